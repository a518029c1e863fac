import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

test.afterEach(async () => {
  await lake.delete({query: '*[_type == "network" && name.en match "Newcomer network*"]'})
})

test('a new editor publishes a network in both languages in at most eleven clicks', async ({
  page,
  request,
}) => {
  const stamp = Date.now()
  const studio = new Studio(page)
  await studio.countClicks()
  await page.goto('/studio')
  await studio.follow('Přidat síť: Evropské a mezinárodní sítě')
  await expect(page.getByTestId('document-panel-document-title')).toBeVisible({timeout: 60_000})
  await studio.clickAndFill('name.cs', `Síť nováčka ${stamp}`)
  await studio.clickAndFill('name.en', `Newcomer network ${stamp}`)
  await studio.select('bodyType', 'aliance')
  await studio.clickAndFill('summary.cs', 'Síť, kterou zapsal nováček.')
  await studio.clickAndFill('summary.en', 'A network written by a newcomer.')
  await studio.expectSlug('slug.en', `newcomer-network-${stamp}`)
  await studio.publish()
  const clicks = studio.tellClicks(
    'network in both languages, from the Studio’s first page to the site, fields clicked into',
  )
  expect(clicks).toBeLessThanOrEqual(11)

  // The button that created the network sets its group.
  for (const [address, text] of [
    [`/cs/nase-clenstvi/evropske-site/sit-novacka-${stamp}`, 'Síť, kterou zapsal nováček.'],
    [`/en/our-membership/european-networks/newcomer-network-${stamp}`, 'A network written by a newcomer.'],
  ] as const) {
    await expect.poll(async () => (await request.get(address)).text()).toContain(text)
  }
})
