import {expect, test} from 'vitest'
import {cacheForTests, keptForAnHour, page} from './cache-for-tests.ts'

/** What Next's router reads: the redirect as the digest of an error. */
const data = (to: string) => Buffer.from(`7:E{"digest":"NEXT_REDIRECT;replace;${to};308;"}\n`)

const stored = async (status: number, rscData: Buffer, headers: Record<string, string> = {}) => {
  const value = page('', {status, headers, rscData})
  await cacheForTests().set('/en/old', value, keptForAnHour)
  return 'headers' in value ? value.headers?.location : undefined
}

test('a redirect renewed after the answer was sent still says where it leads', async () => {
  expect(await stored(308, data('/en/new'))).toBe('/en/new')
  expect(await stored(308, data('/cs/nova;cesta'))).toBe('/cs/nova;cesta')
})

test('a redirect that has its header, and a page, are left alone', async () => {
  expect(await stored(308, data('/en/new'), {location: '/en/kept'})).toBe('/en/kept')
  expect(await stored(200, data('/en/new'))).toBeUndefined()
})
