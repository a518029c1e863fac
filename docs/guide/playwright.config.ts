import {defineConfig} from '@playwright/test'
import site from '../../playwright.config.ts'

/** The pictures of the editors' guide, made from a running production build: `npm run guide:screenshots`. */
export default defineConfig(site, {
  testDir: '.',
  testMatch: 'screenshots.ts',
  outputDir: '../../test-results/guide',
  reporter: 'list',
  retries: 0,
  webServer: {...site.webServer, cwd: '../..'} as typeof site.webServer,
  use: {viewport: {width: 1280, height: 800}, trace: 'off'},
})
