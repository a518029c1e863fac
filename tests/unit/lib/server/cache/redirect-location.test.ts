import {expect, test} from 'vitest'
import {cacheForTests, page, revalidateHourly} from './cache-for-tests.ts'

/** The page data for Next's router: the redirect is the digest of an error. */
const data = (to: string) => Buffer.from(`7:E{"digest":"NEXT_REDIRECT;replace;${to};308;"}\n`)

const stored = async (status: number, rscData: Buffer, headers: Record<string, string> = {}) => {
  const value = page('', {status, headers, rscData})
  await cacheForTests().set('/en/old', value, revalidateHourly)
  return 'headers' in value ? value.headers?.location : undefined
}

test('a redirect revalidated after the response was sent still has its location', async () => {
  expect(await stored(308, data('/en/new'))).toBe('/en/new')
  expect(await stored(308, data('/cs/nova;cesta'))).toBe('/cs/nova;cesta')
})

test('a redirect with a location, and a page, are not changed', async () => {
  expect(await stored(308, data('/en/new'), {location: '/en/kept'})).toBe('/en/kept')
  expect(await stored(200, data('/en/new'))).toBeUndefined()
})
