import {defineConfig} from '@playwright/test'
import site from '../playwright.config.ts'

/** Takes the pictures in the documentation from a running production build: `npm run docs:screenshots [-- guide | pages]`. */
export default defineConfig(site, {
  testDir: '.',
  testMatch: '*/screenshots.ts',
  outputDir: '../test-results/docs',
  reporter: 'list',
  retries: 0,
  webServer: {...site.webServer, cwd: '..'} as typeof site.webServer,
  use: {viewport: {width: 1280, height: 800}, trace: 'off'},
})
