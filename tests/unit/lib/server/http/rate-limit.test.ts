import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {apiRoute} from '#lib/server/http/api-route.ts'
import {callerOf, rateLimit} from '#lib/server/http/rate-limit.ts'

const from = (forwarded: string, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/x', {headers: {'x-forwarded-for': forwarded, ...headers}})

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'info').mockImplementation((line: string) => lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

it('a caller is refused above the limit, another caller is not, and a new window resets the count', () => {
  const mayCall = rateLimit({calls: 2, windowMs: 1000})
  expect([1, 2, 3].map(() => mayCall('a', 0))).toEqual([true, true, false])
  expect(mayCall('b', 999)).toBe(true)
  expect(mayCall('a', 1000)).toBe(true)
})

it('callers beyond the first ten thousand share one count', () => {
  const mayCall = rateLimit({calls: 1, windowMs: 1000})
  let allowed = 0
  for (let caller = 0; caller < 100_000; caller++) if (mayCall(String(caller), 0)) allowed++
  expect(allowed).toBe(10_001)
})

it('the caller is the address that the last proxy added, not the one that the caller claims', () => {
  expect(callerOf(from('10.9.9.9, 203.0.113.7'))).toBe('203.0.113.7')
  expect(callerOf(new Request('http://localhost'))).toBe('unknown')
})

it('a route answers 429 with retry-after, and logs the request id', async () => {
  const route = apiRoute({name: 'test', callsPerMinute: 1}, () => Response.json({}))
  const first = await route(from('203.0.113.7', {'x-request-id': 'id-of-the-proxy'}))
  expect([first.status, first.headers.get('x-request-id')]).toEqual([200, 'id-of-the-proxy'])
  const second = await route(from('203.0.113.7', {'x-request-id': '"}\\n{"level":"forged"'}))
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, '60'])
  expect(second.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {requestId: 'id-of-the-proxy', name: 'test', status: 200},
    {name: 'test', status: 429},
  ])
})
