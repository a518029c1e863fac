/**
 * `npm run test:vercel`: builds with Vercel's CLI, offline, and serves what it built as Vercel would. Hosted mode, with
 * the embedded lake in place of Sanity. Needs five minutes, and an npm registry for the CLI (350 MB, so it is no
 * dependency). Uses ports from VERCEL_PORT (4850).
 */

import {execFileSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {chromium} from '@playwright/test'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import browserTests from '../../playwright.config.ts'
import {checkout} from '../sites/checkout.ts'
import {secrets, TestLake} from '../sites/site.ts'
import {VercelOutput} from '../sites/vercel-output.ts'

/** The newest version whose dependencies npm could resolve when this was written. */
const CLI = 'vercel@60.1.3'
const port = Number(process.env.VERCEL_PORT ?? 4850)
const network = '/en/our-membership/european-networks/picum'

const expect = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`Failed: ${what}`)
  console.log(`✓ ${what}`)
}

const lake = new TestLake(port + 1, port)
await lake.start()
const folder = checkout('vercel', {withBuild: false})
const project = {framework: 'nextjs', nodeVersion: '24.x', installCommand: 'true'}
mkdirSync(join(folder, '.vercel'))
writeFileSync(
  join(folder, '.vercel/project.json'),
  JSON.stringify({projectId: 'prj_test', orgId: 'team_test', settings: project}),
)
const env: NodeJS.ProcessEnv = {
  ...process.env,
  ...secrets,
  NODE_ENV: 'production',
  VERCEL: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  VERCEL_TELEMETRY_DISABLED: '1',
  NEXT_PUBLIC_SANITY_PROJECT_ID: 'vercel',
  NEXT_PUBLIC_SITE_URL: `http://127.0.0.1:${port + 2}`,
  SANITY_API_HOST: lake.url,
  // docs/deploy/hosted.md: without it the proxy's function lacks the build secret, and no preview opens.
  NEXT_ENABLE_ADAPTER: '1',
}
execFileSync('npx', ['--yes', CLI, 'build', '--yes', '--token', 'offline'], {
  cwd: folder,
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
})

const site = new VercelOutput({folder, port: port + 2, env})
const get = (path: string, init?: RequestInit) => fetch(site.url + path, {redirect: 'manual', ...init})
try {
  const page = await get(network)
  expect(page.status === 200 && (await page.text()).includes('PICUM'), 'a network has its page')
  expect((await get(`${network}-moved`)).status === 404, 'an unknown network is 404')
  const moved = await get('/en/our-membership/czech-networks/picum')
  expect(moved.status === 308, 'a network in another group is redirected')
  const picture = await get('/en/og/home')
  expect(picture.headers.get('content-type') === 'image/png', 'preview pictures find their typefaces')
  expect((await get('/api/health')).status === 200, 'the site says that it is alive')

  const browser = await chromium.launch(browserTests.use?.launchOptions)
  const tab = await browser.newPage()
  const messages: string[] = []
  tab.on('console', (message) => messages.push(message.text()))
  tab.on('pageerror', (error) => messages.push(error.message))
  await tab.goto(`${site.url}${network}-moved`)
  await tab.getByRole('heading', {level: 1}).waitFor()
  expect((await tab.getByRole('link', {name: 'SIMI'}).count()) > 0, 'a browser shows the page for 404')
  const refused = messages.filter((message) => /Content Security Policy|Hydration|Minified/.test(message))
  expect(refused.length === 0, `the policy allows Next's scripts ${refused}`)
  await browser.close()

  const body = JSON.stringify({_id: 'network-picum', _type: 'network', networkIds: ['network-picum']})
  const sign = async (secret: string) => ({
    [SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(body, Date.now(), secret),
  })
  const post = async (secret: string) =>
    (await get('/api/revalidate', {method: 'POST', body, headers: await sign(secret)})).status
  expect((await post('another-secret-altogether')) === 401, 'a webhook with another signature is refused')
  expect(site.expiredTags.length === 0, 'and expires nothing')
  expect((await post(secrets.SANITY_REVALIDATE_SECRET)) === 200, 'a signed webhook is accepted')
  expect(site.expiredTags.includes('networks'), `Vercel's cache expires its tags: ${site.expiredTags}`)

  for (const name of ['[locale]/[section]/[group]/[[...segments]]', 'api/revalidate', '_middleware']) {
    const files = Object.keys(site.files(name))
    expect(!files.some((file) => /cache-handler\.|^tests\//.test(file)), `${name}: only what it needs`)
  }

  const {secret} = await createPreviewSecret(lake.client, 'test', 'http://localhost/studio')
  const parameters = {'sanity-preview-secret': secret, 'sanity-preview-pathname': network}
  const opened = await get(`/api/draft-mode/enable?${new URLSearchParams(parameters)}`)
  expect(opened.status === 307, 'a preview opens')
  const published = await lake.client.getDocument('network-picum')
  const name = {cs: 'Koncept', en: 'A draft of the test'}
  await lake.client.create({...published, _id: 'drafts.network-picum', _type: 'network', name})
  const cookie = opened.headers.getSetCookie().map((each) => each.split(';')[0])
  const preview = await get(network, {headers: {cookie: cookie.join('; ')}})
  expect((await preview.text()).includes(name.en), 'it shows the draft')
  expect(preview.headers.get('cache-control') === 'private, no-store', 'and no cache keeps it')
  for (const cookie of ['', 'preview_session=forged'])
    expect(
      !(await (await get(network, {headers: {cookie}})).text()).includes(name.en),
      'visitors don’t see it',
    )
} finally {
  await site.close()
  await lake.stop()
}
