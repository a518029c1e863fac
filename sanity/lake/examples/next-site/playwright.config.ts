import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {defineConfig} from '@playwright/test'
import repository from '../../../../playwright.config'

const port = Number(process.env.E2E_PORT ?? 3210)
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3543)
// Playwright loads this file in several processes, which inherit the variable.
process.env.EXAMPLE_LAKE_DIR ??= mkdtempSync(join(tmpdir(), 'lake-example-'))
export const site = `http://localhost:${port}`
export const lake = {url: `http://127.0.0.1:${lakePort}`, token: 'token-of-the-example-site'}

/** Builds and starts the site and an empty lake. The browser's settings are those of the repository's tests. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../../../test-results/example',
  workers: 1,
  timeout: 240_000,
  expect: {timeout: 60_000},
  reporter: 'list',
  use: {...repository.use, baseURL: site, locale: 'en-US'},
  webServer: [
    {
      command: 'node ../../src/main.ts',
      url: `${lake.url}/v1/ping`,
      reuseExistingServer: !process.env.CI,
      env: {
        LAKE_PORT: String(lakePort),
        LAKE_DIR: process.env.EXAMPLE_LAKE_DIR,
        LAKE_TOKEN: lake.token,
        LAKE_ALLOWED_ORIGINS: site,
      },
    },
    {
      command: `next build && next start -p ${port}`,
      url: site,
      timeout: 600_000,
      reuseExistingServer: !process.env.CI,
      env: {
        NEXT_PUBLIC_LAKE_URL: lake.url,
        SANITY_API_READ_TOKEN: lake.token,
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  ],
})
