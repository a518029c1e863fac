import {type ChildProcess, spawn} from 'node:child_process'
import type {Page} from '@playwright/test'
import {stop, waitForServer} from '../sites/process.ts'
import {TestLake} from '../sites/site.ts'
import {expect, test} from './test.ts'

const port = Number(process.env.E2E_PORT ?? 3200) + 40
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533) + 40
const studio = `http://localhost:${lakePort + 1}/studio`

const lake = new TestLake(lakePort, port)
let server: ChildProcess

/** The page that Sanity's command line makes around the Studio asks for it. Nothing depends on it. */
const bridge = /core\.sanity-cdn\.com\/bridge\.js/

async function openNetworks(page: Page) {
  await page.route(bridge, (route) => route.abort())
  await page.goto(`${studio}/structure/networks;network`)
  await expect(page.getByText('PICUM').first()).toBeVisible({timeout: 120_000})
}

test.beforeAll(async ({browser}) => {
  await lake.start()
  const env = {...process.env, LAKE_PORT: String(lakePort), NEXT_PUBLIC_SANITY_PROJECT_ID: ''}
  server = spawn('node', ['node_modules/@sanity/cli/bin/run.js', 'dev'], {env, stdio: 'ignore'})
  await waitForServer(server, studio)
  // Vite finds packages during the first visit, refuses what it has sent, and loads the page again.
  const page = await browser.newPage()
  await openNetworks(page)
  await page.close()
})

test.afterAll(async () => {
  await stop(server)
  await lake.stop()
})

test('npx sanity dev opens the Studio on the embedded lake, with its content', async ({
  page,
  expectConsole,
}) => {
  expectConsole(bridge)
  await openNetworks(page)
})
