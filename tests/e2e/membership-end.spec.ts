import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'membership-end-made-up'
const network = 'network-end-made-up'
const czech = '/cs/nase-clenstvi/ceske-site/vymysleny-konec'
const english = '/en/our-membership/czech-networks/made-up-end'

test.beforeAll(async () => {
  const to = (_ref: string) => ({_type: 'reference', _ref})
  await lake
    .transaction()
    .createOrReplace({_id: 'source-end-made-up', _type: 'source', title: 'Vymyšlený zdroj'})
    .createOrReplace({
      _id: network,
      _type: 'network',
      name: {_type: 'localeString', cs: 'Vymyšlený konec', en: 'Made-up end'},
      slug: {
        _type: 'localeSlug',
        cs: {_type: 'slug', current: 'vymysleny-konec'},
        en: {_type: 'slug', current: 'made-up-end'},
      },
      relationKind: 'network',
      level: 'czech',
      bodyType: 'other',
      orderRank: '0|zzzzzz:',
    })
    .createOrReplace({
      _id: id,
      _type: 'membership',
      network: to(network),
      member: to('organization-simi'),
      role: 'member',
      roleStated: true,
      since: '2001-21',
      status: 'unknown',
      sources: [{...to('source-end-made-up'), _key: 'a'}],
    })
    .commit()
})

test.afterAll(async () => {
  await lake.delete({query: '*[_id in path("drafts.**")]'})
  for (const each of [id, 'organization-end-made-up', network, 'source-end-made-up']) await lake.delete(each)
})

test('the status decides whether `until` is asked, and the page shows the status in both languages', async ({
  page,
  request,
}) => {
  const text = async (address: string) =>
    (await (await request.get(address)).text())
      .replaceAll('\u00a0', ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/ +/g, ' ')
  const studio = new Studio(page)
  await studio.open('membership', id)
  const until = studio.field('until')
  await expect(until).toBeHidden()

  await studio.choose('status', /^trvá/)
  await expect(until).toBeHidden()
  await studio.publish()
  await expect.poll(() => text(czech)).toMatch(/Trvání trvá/)
  expect(await text(czech)).not.toContain('Do konec neznámý')
  await expect.poll(() => text('/cs/feed.xml')).toContain('Vymyšlený konec: trvání role SIMI potvrzeno')

  // With "ended", the form asks for the date, but it may stay empty.
  await studio.choose('status', /^skončilo/)
  await expect(until).toBeVisible()
  await studio.publish()
  await expect.poll(() => text(czech)).toContain('skončilo, datum není známo')
  expect(await text(english)).toContain('ended, date not known')

  await studio.clickAndFill('until', 'podzim 2003')
  await studio.publish()
  await expect.poll(() => text(czech)).toContain('podzim 2003')
  await expect.poll(() => text('/cs/nase-clenstvi/casova-osa')).toContain('jaro 2001 – podzim 2003')
  await expect.poll(() => text('/en/our-membership/timeline')).toContain('spring 2001 – autumn 2003')

  // A typed date stays visible with another status. The two contradict each other, so publishing is blocked.
  await studio.choose('status', /^trvá/)
  await expect(until.locator('input')).toHaveValue('podzim 2003')
  await expect(studio.publishButton()).toBeDisabled()
  await expect(
    page.getByText('„Do“ (podzim 2003) už minulo: zvolte „skončilo“, nebo „Do“ vymažte.').first(),
  ).toBeVisible()
  await studio.clickAndFill('until', '')
  await expect(until).toBeHidden()
  await studio.choose('status', /^nevíme/)
  await studio.publish()
  await expect.poll(() => text(english)).toMatch(/Until end unknown/)
  expect(await text(english)).toContain('not confirmed')
})

test('a membership is ended with its date and source in four clicks, keyboard for the fields', async ({
  page,
  request,
}) => {
  await lake.patch(id).set({status: 'active', sources: []}).unset(['until']).commit()
  const studio = new Studio(page)
  await studio.countClicks()
  await studio.open('membership', id)
  await studio.runAction(/^Ukončit členství/)
  const dialog = page.getByRole('dialog', {name: 'Ukončit členství'})
  const date = dialog.getByRole('textbox', {name: 'Kdy skončilo'})
  await expect(date).toBeFocused()
  await page.keyboard.type('jaro 1999')
  await expect(dialog).toContainText('To je dřív, než členství začalo (jaro 2001).')
  await expect(date).toHaveAttribute('aria-invalid', 'true')
  await date.fill('podzim 2003')
  await expect(dialog).toContainText('Rozumíme: podzim 2003')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('combobox', {name: /^Zdroj/})).toBeFocused()
  await page.keyboard.type('vymysleny zdroj')
  await expect(page.getByRole('option', {name: 'Vymyšlený zdroj'}).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await studio.waitForSave(() => dialog.getByRole('button', {name: 'Ukončit členství'}).click())
  await expect(dialog).toBeHidden()
  await studio.publish()
  expect(studio.tellClicks('end a membership, with its date and source')).toBeLessThanOrEqual(4)
  expect(await lake.getDocument(id)).toMatchObject({
    status: 'former',
    until: '2003-23',
    sources: [{_ref: 'source-end-made-up'}],
  })
  await expect.poll(async () => (await request.get(czech)).text()).toMatch(/podzim.2003/)
})

test('a network and its descendants are not offered as its parent', async ({page}) => {
  await lake.createOrReplace({
    _id: 'organization-end-made-up',
    _type: 'organization',
    name: {_type: 'localeString', cs: 'Vymyšlený konec, sekretariát', en: 'Made-up end, office'},
    classification: 'group',
    parent: {_type: 'reference', _ref: network, _weak: true},
  })
  const studio = new Studio(page)
  await studio.open('network', network)
  await studio.openTab(/^Zařazení a odkazy/)
  const combobox = page.getByRole('combobox', {name: 'Patří pod'})
  await combobox.evaluate((element) => element.scrollIntoView({block: 'center'}))
  await combobox.click()
  await combobox.fill('Vymyšlený konec')
  await expect(page.getByText(/Žádné výsledky|No results/).first()).toBeVisible()
  await combobox.fill('Sdružení pro integraci')
  await expect(
    page.locator('button[data-ui="PreviewCard"]', {hasText: 'Sdružení pro integraci'}).first(),
  ).toBeVisible()
})
