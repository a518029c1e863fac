import {expect, test} from 'vitest'
import {keepVersion} from '#lib/server/cache/keep-version.ts'

test('a value is cached until its version changes, also while it is still loading', async () => {
  const keep = keepVersion<number>()
  let loads = 0
  const load = async () => ++loads
  expect(await Promise.all([keep('a', load), keep('a', load)])).toEqual([1, 1])
  expect(await keep('b', load)).toBe(2)
  expect(await keep('a', load)).toBe(3)
})

test('a failure is not cached', async () => {
  const keep = keepVersion<string>()
  await expect(keep('a', () => Promise.reject(new Error('The CMS is down')))).rejects.toThrow('down')
  expect(await keep('a', async () => 'up again')).toBe('up again')
})
