import {test as base, expect} from '@playwright/test'

const isLocal = (url: string) =>
  /^(https?|wss?):\/\/(localhost|127\.0\.0\.1)(:|\/)/.test(url) ||
  /^(data|blob|about|chrome-error):/.test(url)

/**
 * Playwright's `test`, which also fails on an error in the console, an uncaught exception, or a request to
 * another machine. A test that expects an error calls `expectConsole`.
 */
export const test = base.extend<{expectConsole: (pattern: RegExp) => void}>({
  // One connection per request: the server may close a kept one just when it is used again.
  request: async ({playwright, baseURL}, use) => {
    const context = await playwright.request.newContext({baseURL, extraHTTPHeaders: {connection: 'close'}})
    await use(context)
    await context.dispose()
  },
  expectConsole: [
    async ({context}, use) => {
      const expected: RegExp[] = []
      const problems: string[] = []
      const note = (problem: string) => {
        if (!expected.some((pattern) => pattern.test(problem))) problems.push(problem)
      }
      context.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (webError) => note(`uncaught: ${webError.error().stack ?? webError.error()}`))
      context.on('request', (request) => {
        if (!isLocal(request.url())) note(`left the machine: ${request.url()}`)
      })
      await use((pattern) => expected.push(pattern))
      expect(problems, 'no console errors, no exceptions, no foreign requests').toEqual([])
    },
    {auto: true},
  ],
})

export {expect}
