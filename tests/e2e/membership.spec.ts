import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-made-up-too'
const english = '/en/our-membership/czech-networks/made-up-too'
const czech = '/cs/nase-clenstvi/ceske-site/vymyslena-druha'
const representative = (field: string) => new RegExp(`^field-representatives\\[[^.]*\\]\\.${field}$`)
const correction = (field: string) => new RegExp(`^field-corrections\\[[^.]*\\]\\.${field}$`)

test.beforeAll(async () => {
  const source = {_type: 'reference', _ref: 'source-made-up'}
  await lake
    .transaction()
    .createOrReplace({_id: 'source-made-up', _type: 'source', title: 'Vymyšlený zdroj'})
    .createOrReplace({
      _id: 'person-made-up',
      _type: 'person',
      name: 'Vymyšlená Osoba',
      nameConsent: {basis: 'consent', given: '2026-01-15', way: 'email'},
    })
    .createOrReplace({
      _id: id,
      _type: 'network',
      name: {_type: 'localeString', cs: 'Vymyšlená druhá', en: 'Made-up too'},
      slug: {
        _type: 'localeSlug',
        cs: {_type: 'slug', current: 'vymyslena-druha'},
        en: {_type: 'slug', current: 'made-up-too'},
      },
      relationKind: 'network',
      level: 'czech',
      bodyType: 'other',
      orderRank: '0|zzzzzz:',
      sourceText: {_type: 'sourceText', lang: 'en', text: 'It comprises of ten members.', source},
    })
    .commit()
})

test.afterAll(async () => {
  await lake.delete({query: '*[_type == "membership" && network._ref == $id]', params: {id}})
  await lake.delete({query: '*[_id in path("drafts.**")]'})
  await lake.delete({query: '*[_type == "source" && title == "Vymyšlená zpráva"]'})
  for (const each of [id, 'person-made-up', 'source-made-up']) await lake.delete(each)
})

test('a membership created from its network, with a representative and a date in words, is on the network’s page', async ({
  page,
  request,
}) => {
  const studio = new Studio(page)
  await studio.countClicks()
  await page.goto('/studio/structure')
  await studio.follow('Sítě', 'České sítě', 'Vymyšlená druhá')
  await studio.runAction(/^Přidat členství/)
  await expect(page.getByTestId('document-panel-scroller').last()).toContainText(
    'Sdružení pro integraci a migraci',
    {timeout: 60_000},
  )
  await studio.select('role', 'člen')
  await studio.clickAndFill('since', 'v létě 2010')
  await expect(studio.field('since')).toContainText('Rozumíme: léto 2010 (2010-22)')
  await studio.addItem('representatives')
  await studio.setReference('Osoba', 'Vymyšlená Osoba')
  await studio.clickAndFill(representative('position\\.cs'), 'zkušební funkce')
  await studio.clickAndFill(representative('position\\.en'), 'trial position')
  await studio.check('Ukázat jméno na webu')
  await studio.closeItem()
  await studio.addSource('Vymyšlený zdroj')
  await studio.publish()
  studio.tellClicks('membership with a representative, a date and a source, fields clicked into')
  const text = async (address: string) => (await request.get(address)).text()
  await expect.poll(() => text(english)).toContain('Vymyšlená Osoba')
  expect(await text(english)).toContain('trial position')
  expect(await text(english)).toMatch(/summer.2010/)
  expect(await text(czech)).toContain('zkušební funkce')
})

test('"we are a member since 2010, and this is the source" takes at most twelve clicks from the first screen', async ({
  page,
  request,
}) => {
  const studio = new Studio(page)
  await studio.countClicks()
  await page.goto('/studio')
  const search = page.getByRole('combobox', {name: /^Opravit údaj/})
  await search.click({timeout: 60_000})
  await search.fill('vymyslena druha')
  await page.getByRole('option', {name: 'Vymyšlená druhá'}).click()
  const memberships = page.getByTestId('network-memberships')
  const add = memberships.getByRole('button', {name: 'Přidat členství'})
  await add.waitFor({timeout: 60_000})
  // The form's header and footer cover its edges.
  await add.evaluate((button) => button.scrollIntoView({block: 'center'}))
  await add.click()
  await studio.select('role', 'předseda, předsedkyně')
  await studio.clickAndFill('since', '2010')
  // The form asks for a new source in place. Tab leads from its address to its title.
  await studio.sourceBox().click()
  await studio.sourceBox().fill('www.example.org/made-up-report')
  const title = page.getByRole('textbox', {name: 'Název nového zdroje'})
  await title.click()
  await title.fill('Vymyšlená zpráva')
  await page.getByRole('button', {name: 'Přidat nový zdroj'}).click()
  await expect(studio.field('sources')).toContainText('Vymyšlená zpráva')
  await studio.publish()
  const clicks = studio.tellClicks('"we are a member since 2010" with a new source, from the first screen')
  expect(clicks).toBeLessThanOrEqual(12)

  // It goes on, SIMI is the member, and today is its check. The network beside it lists it.
  const [membership] = await lake.fetch(
    '*[_type == "membership" && network._ref == $id && role == "chair"]{..., "source": sources[0]->}',
    {id},
  )
  expect(membership).toMatchObject({
    status: 'active',
    member: {_ref: 'organization-simi'},
    lastChecked: new Date().toISOString().slice(0, 10),
    source: {title: 'Vymyšlená zpráva', url: 'https://www.example.org/made-up-report', lang: 'cs'},
  })
  await expect(memberships).toContainText('předseda · od 2010 · trvá')
  await expect.poll(async () => (await request.get(czech)).text()).toContain('Vymyšlená zpráva')
})

test('a correction of the source text is on the page in both languages', async ({page, request}) => {
  const studio = new Studio(page)
  await studio.countClicks()
  await page.goto('/studio/structure')
  await studio.follow('Sítě', 'České sítě', 'Vymyšlená druhá')
  await studio.openTab(/^Zdroje a opravy/)
  await studio.addItem('corrections')
  await studio.clickAndFill(correction('from'), 'comprises of')
  await studio.clickAndFill(correction('to'), 'comprises')
  await studio.clickAndFill(correction('reason\\.cs'), 'Vymyšlený důvod.')
  await studio.clickAndFill(correction('reason\\.en'), 'Reason made up.')
  await studio.closeItem()
  await studio.publish()
  studio.tellClicks('correction of a text, fields clicked into')
  await expect.poll(async () => (await request.get(english)).text()).toContain('Reason made up.')
  await expect.poll(async () => (await request.get(czech)).text()).toContain('Vymyšlený důvod.')
})
