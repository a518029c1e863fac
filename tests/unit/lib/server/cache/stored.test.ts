import {expect, test} from 'vitest'
import {isStored} from '#lib/server/cache/cache-handler.ts'
import {cacheForTests, page, revalidateHourly} from './cache-for-tests.ts'

test('isStored finds an entry by its decoded or encoded path', async () => {
  await cacheForTests().set('/en/stored', page('<p>Stored.</p>'), revalidateHourly)
  await cacheForTests().set('/en/síť', page('<p>Stored.</p>'), revalidateHourly)
  expect(await isStored('/en/stored')).toBe(true)
  expect(await isStored('/en/s%C3%AD%C5%A5')).toBe(true)
  expect(await isStored('/en/never-requested')).toBe(false)
})
