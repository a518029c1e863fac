import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

type Ranked = {_id: string; orderRank: string; name: {en: string}; slug: {en: {current: string}}}

let before: Ranked[]

const ranks = () =>
  lake.fetch<string[]>(
    '*[_type == "network" && level == "czech" && !(_id in path("drafts.**"))] | order(orderRank).orderRank',
  )

test.beforeAll(async () => {
  before = await lake.fetch<Ranked[]>(
    '*[_type == "network" && level == "czech" && !(_id in path("drafts.**"))] | order(orderRank) {_id, orderRank, name, slug}',
  )
})

test.afterEach(async () => {
  const transaction = lake.transaction()
  for (const {_id, orderRank} of before) transaction.patch(_id, {set: {orderRank}})
  await transaction.commit()
})

test('numbering again moves nothing, says so, and can be undone', async ({page}) => {
  // The last network gets a rank far behind the others, so that a new number differs from it.
  await lake
    .patch(before.at(-1)?._id ?? '')
    .set({orderRank: '0|zzzzzz:'})
    .commit()
  const numbers = await ranks()
  const studio = new Studio(page)
  await page.goto('/studio/structure/networks;czech-networks')
  await expect(page.getByText('Pořadí platí hned')).toBeVisible({timeout: 60_000})
  const listMenu = page.getByTestId('pane-context-menu-button').last()
  await studio.pick(listMenu, page.getByRole('menuitem', {name: 'Očíslovat pořadí znovu'}))
  await expect(page.getByText('Pořadí je znovu očíslované, nic se nepřesunulo.')).toBeVisible()
  expect(await ranks()).not.toEqual(numbers)
  await page.getByRole('button', {name: 'Vrátit zpět'}).click()
  await expect.poll(ranks).toEqual(numbers)
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
  await page.goto('/studio/structure')
  await studio.follow('Sítě', 'České sítě')
  const handle = page.locator(`[data-rfd-drag-handle-draggable-id="${before[1]?._id}"]`)
  await handle.focus({timeout: 60_000})
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  studio.tellClicks('network moved up, by the keyboard')
  await expect.poll(onTheSite).toEqual([second, first, ...rest])

  await test.step('a message says that it is live, and undo works', async () => {
    await expect(page.getByText('Pořadí platí hned')).toBeVisible()
    await expect(page.getByText('Pořadí na webu se změnilo.')).toBeVisible()
    await expect(page.getByText(/reordered|Moved 1 document/).filter({visible: true})).toHaveCount(0)
    await page.getByRole('button', {name: 'Vrátit zpět'}).click()
    studio.tellClicks('order taken back')
    await expect(page.getByText('Pořadí je zase jako předtím.')).toBeVisible()
    expect(await ranks()).toEqual(before.map(({orderRank}) => orderRank))
    await expect.poll(onTheSite).toEqual(slugs)
  })

  await test.step('a mouse does the same', async () => {
    await handle.hover()
    await page.mouse.down()
    const above = await page.locator(`[data-rfd-draggable-id="${before[0]?._id}"]`).boundingBox()
    await page.mouse.move((above?.x ?? 0) + 20, (above?.y ?? 0) + 4, {steps: 12})
    await page.mouse.up()
    await expect.poll(onTheSite).toEqual([second, first, ...rest])
    await expect(page.getByText('Pořadí na webu se změnilo.')).toBeVisible()
  })

  const listMenu = page.getByTestId('pane-context-menu-button').last()
  await test.step('and back with arrows that can be clicked', async () => {
    await studio.pick(listMenu, page.getByRole('menuitem', {name: 'Řadit šipkami'}))
    await handle.getByRole('button').last().click()
    studio.tellClicks('network moved down, by an arrow')
    await expect.poll(onTheSite).toEqual(slugs)
  })
})

test('moving a draft that was never published does not mention the site, and the English Studio reports it in English', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('simi-studio-language', 'en'))
  const id = 'drafts.network-never-published'
  await lake.createOrReplace({
    _id: id,
    _type: 'network',
    name: {_type: 'localeString', cs: 'Nezveřejněná síť', en: 'Never published'},
    relationKind: 'network',
    level: 'czech',
    orderRank: '0|zz0000:',
  })
  await page.goto('/studio/structure/networks;czech-networks')
  await expect(page.getByText('The order is live')).toBeVisible({timeout: 60_000})
  await page.locator(`[data-rfd-drag-handle-draggable-id="${id}"]`).focus({timeout: 60_000})
  for (const key of ['Space', 'ArrowUp', 'Space']) await page.keyboard.press(key)
  await expect(page.getByText('The order of drafts has changed.')).toBeVisible()
  await page.getByRole('button', {name: 'Undo'}).click()
  await expect.poll(async () => (await lake.getDocument(id))?.orderRank).toBe('0|zz0000:')
  await lake.delete(id)
})
