import {existsSync} from 'node:fs'
import {defineConfig} from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 3200)
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533)

/** The system's Chromium, if installed. Otherwise the browser of `npx playwright install chromium`. */
const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path))

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/output',
  // All tests share one site and one lake, so a test sees what the tests before it have published.
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  expect: {timeout: 30_000},
  forbidOnly: Boolean(process.env.CI),
  // A shared CI machine may stall for seconds. A real defect fails every time.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list'], ['./tests/e2e/click-table.ts']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'cs-CZ',
    viewport: {width: 1280, height: 900},
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // A production build with the seed content. Its own LAKE_DIR keeps the content of `npm run dev`
    // untouched.
    command: 'npm run build && npm run start',
    url: `http://localhost:${port}/api/health`,
    timeout: 600_000,
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: {signal: 'SIGTERM', timeout: 10_000},
    stdout: 'pipe',
    env: {
      PORT: String(port),
      LAKE_PORT: String(lakePort),
      LAKE_DIR: 'test-results/lake',
      SANITY_API_READ_TOKEN: 'end-to-end-read-token',
      SANITY_REVALIDATE_SECRET: 'end-to-end-revalidate-secret',
    },
  },
})
