import nodeFs from 'node:fs/promises'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import ScriptlessCache from '#lib/cache/scriptless-cache-handler.ts'

type Set = Parameters<ScriptlessCache['set']>
type Options = ConstructorParameters<typeof ScriptlessCache>[0]

beforeEach(() => void vi.useFakeTimers({toFake: ['Date']}))
afterEach(() => void vi.useRealTimers())

test('a page is as old as the request it was made for: what is published meanwhile makes it stale', async () => {
  const cache = new ScriptlessCache({
    fs: nodeFs,
    flushToDisk: false,
    serverDistDir: '/nowhere',
    revalidatedTags: [],
    maxMemoryCacheSize: 1_000_000,
  } as unknown as Options)
  vi.advanceTimersByTime(5)
  const published = Date.now()
  vi.advanceTimersByTime(5)
  const value = {kind: 'APP_PAGE', html: '<p>as it was before</p>', headers: {}} as unknown as Set[1]
  await cache.set('/en/page', value, {cacheControl: {revalidate: 3600, expire: undefined}} as Set[2])
  const kept = await cache.get('/en/page', {kind: 'APP_PAGE', isFallback: false} as never)
  expect(kept?.lastModified).toBeLessThan(published)
})
