import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

test.afterEach(async () => {
  await lake.delete({query: '*[_type == "network" && name.en match "Newcomer network*"]'})
})

test('a newcomer publishes a network in both languages in at most twelve clicks', async ({page, request}) => {
  const stamp = Date.now()
  const studio = new Studio(page)
  await studio.countClicks()
  await page.goto('/studio')
  await studio.follow('Sítě', 'Evropské a mezinárodní sítě')
  await studio.addHere()
  await studio.write('name.cs', `Síť nováčka ${stamp}`)
  await studio.write('name.en', `Newcomer network ${stamp}`)
  await studio.select('bodyType', 'aliance')
  await studio.write('summary.cs', 'Síť, kterou zapsal nováček.')
  await studio.write('summary.en', 'A network written by a newcomer.')
  await studio.slugIs('slug.en', `newcomer-network-${stamp}`)
  await studio.publish()
  const clicks = studio.tellClicks(
    'network in both languages, from the Studio’s first page to the site, fields clicked into',
  )
  expect(clicks).toBeLessThanOrEqual(12)

  // The list it was added in has put it into its group.
  for (const [address, text] of [
    [`/cs/nase-clenstvi/evropske-site/sit-novacka-${stamp}`, 'Síť, kterou zapsal nováček.'],
    [`/en/our-membership/european-networks/newcomer-network-${stamp}`, 'A network written by a newcomer.'],
  ] as const) {
    await expect.poll(async () => (await request.get(address)).text()).toContain(text)
  }
})
