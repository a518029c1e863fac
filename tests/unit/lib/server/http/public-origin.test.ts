import {expect, test} from 'vitest'
import {isPublicOrigin} from '#lib/server/http/public-origin.ts'

test.each(['https://www.migrace.com', 'https://migrace.com:8443'])('%s may be indexed', (origin) => {
  expect(isPublicOrigin(origin)).toBe(true)
})

test.each([
  'http://www.migrace.com',
  'http://localhost:3000',
  'https://localhost',
  'https://192.168.1.4',
  'https://[::1]',
  'https://site.local',
  'https://branch.vercel.app',
])('%s may not be indexed', (origin) => {
  expect(isPublicOrigin(origin)).toBe(false)
})
