import nodeFs from 'node:fs/promises'
import {expect, test} from 'vitest'
import ScriptlessCache from '#lib/cache/scriptless-cache-handler.ts'

type Set = Parameters<ScriptlessCache['set']>

/** What Next's router reads: the redirect as the digest of an error. */
const data = (to: string) => Buffer.from(`7:E{"digest":"NEXT_REDIRECT;replace;${to};308;"}\n`)

const stored = async (status: number, rscData: Buffer, headers: Record<string, string> = {}) => {
  const cache = new ScriptlessCache({
    fs: nodeFs,
    flushToDisk: false,
    serverDistDir: '/nowhere',
    revalidatedTags: [],
    maxMemoryCacheSize: 1_000_000,
  } as unknown as ConstructorParameters<typeof ScriptlessCache>[0])
  const value = {kind: 'APP_PAGE', html: '', status, headers, rscData, postponed: undefined}
  await cache.set(
    '/en/old',
    value as unknown as Set[1],
    {
      cacheControl: {revalidate: 3600, expire: undefined},
    } as Set[2],
  )
  return value.headers.location
}

test('a redirect renewed after the answer was sent still says where it leads', async () => {
  expect(await stored(308, data('/en/new'))).toBe('/en/new')
  expect(await stored(308, data('/cs/nova;cesta'))).toBe('/cs/nova;cesta')
})

test('a redirect that has its header, and a page, are left alone', async () => {
  expect(await stored(308, data('/en/new'), {location: '/en/kept'})).toBe('/en/kept')
  expect(await stored(200, data('/en/new'))).toBeUndefined()
})
