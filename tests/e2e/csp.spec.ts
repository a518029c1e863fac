import type {APIRequestContext, Page} from '@playwright/test'
import {pathsIn} from '../sites/sitemap.ts'
import {expect, test} from './test.ts'

const notFoundPaths = ['/en/nothing', '/cs/nase-clenstvi/nic', '/nothing']
const network = '/en/our-membership/czech-networks/consortium'

async function sitemapPaths(request: APIRequestContext) {
  return pathsIn(await (await request.get('/sitemap.xml')).text())
}

/** Collects violations of the policy, in the page and all its frames. */
async function collectViolations(page: Page) {
  const seen: string[] = []
  await page.exposeFunction('noteViolation', (violation: string) => seen.push(violation))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, documentURI}) => {
      const note = Reflect.get(window, 'noteViolation') as (violation: string) => void
      note(`${effectiveDirective} blocked ${blockedURI} on ${documentURI}`)
    })
  })
  return seen
}

test('every page of the sitemap, and every 404, has a strict policy and does not violate it', async ({
  page,
  request,
  expectConsole,
}) => {
  expectConsole(/404 \(Not Found\)/)
  const seen = await collectViolations(page)
  for (const path of [...(await sitemapPaths(request)), ...notFoundPaths]) {
    const headers = (await page.goto(path))?.headers() ?? {}
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['content-security-policy'], path).toMatch(/script-src '(none|inline-speculation-rules)';/)
    expect(headers['content-security-policy'], path).not.toContain('unsafe')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin')
  }
  expect(seen).toEqual([])
})

test('the policy is enforced: an injected script does not run', async ({page, expectConsole}) => {
  expectConsole(/Content Security Policy/)
  await page.route(network, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('</main>', '<script>document.title = "run"</script></main>')
    await route.fulfill({response, body})
  })
  await page.goto(network)
  await expect(page).not.toHaveTitle('run')
})

test('the Studio and its preview work with their own policies, without unsafe-eval', async ({page}) => {
  const seen = await collectViolations(page)
  const response = await page.goto(`/studio/presentation?preview=${encodeURIComponent(network)}`)
  expect(response?.headers()['content-security-policy']).not.toContain('unsafe-eval')
  expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'self'")
  const preview = page.frameLocator('iframe').first()
  await expect(preview.getByRole('complementary', {name: 'Preview'})).toBeVisible({timeout: 60_000})
  await expect(preview.locator('[data-sanity]').first()).toBeAttached()

  const draft = await page.goto(network)
  expect(draft?.headers()['content-security-policy']).toContain("default-src 'self'")
  await expect(page.getByRole('complementary', {name: 'Preview'})).toBeVisible()

  await page.goto('/studio/vision')
  await expect(page.getByTestId('vision-query-editor')).toBeVisible({timeout: 60_000})
  expect(seen).toEqual([])
})
