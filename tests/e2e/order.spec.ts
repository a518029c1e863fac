import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

type Ranked = {_id: string; orderRank: string; name: {en: string}; slug: {en: {current: string}}}

let before: Ranked[]

test.beforeAll(async () => {
  before = await lake.fetch<Ranked[]>(
    '*[_type == "network" && level == "czech" && !(_id in path("drafts.**"))] | order(orderRank) {_id, orderRank, name, slug}',
  )
})

test.afterAll(async () => {
  const transaction = lake.transaction()
  for (const {_id, orderRank} of before) transaction.patch(_id, {set: {orderRank}})
  await transaction.commit()
})

test('networks are put in order from the keyboard, and the site follows', async ({page, request}) => {
  const slugs = before.map(({slug}) => slug.en.current)
  const [first, second, ...rest] = slugs
  const onTheSite = async () => {
    const text = await (await request.get('/en/our-membership/czech-networks')).text()
    return [...slugs].sort(
      (a, b) => text.indexOf(`czech-networks/${a}"`) - text.indexOf(`czech-networks/${b}"`),
    )
  }
  await expect.poll(onTheSite).toEqual(slugs)

  const studio = new Studio(page)
  await studio.countClicks()
  await page.goto('/studio')
  await studio.follow('Sítě', 'České sítě')
  const handle = page.locator(`[data-rfd-drag-handle-draggable-id="${before[1]?._id}"]`)
  await handle.focus({timeout: 60_000})
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  studio.tellClicks('network moved up, by the keyboard')
  await expect.poll(onTheSite).toEqual([second, first, ...rest])

  await test.step('and back with arrows that can be clicked', async () => {
    await page.getByTestId('pane-context-menu-button').last().click()
    await page.getByRole('menuitem', {name: 'Řadit šipkami'}).click()
    await handle.getByRole('button').last().click()
    studio.tellClicks('network moved down, by an arrow')
    await expect.poll(onTheSite).toEqual(slugs)
  })
})
