import {once} from 'node:events'
import {request} from 'node:http'
import {describe, expect, it} from 'vitest'
import {lakeForTests, token} from './lake-for-tests.ts'
import {manualClock} from './manual-clock.ts'

const {clock, advance} = manualClock()
const limited = lakeForTests({rateLimits: 'sanity', clock})
const unlimited = lakeForTests()

const mutate = (lake: typeof limited) =>
  lake.request('/v1/data/mutate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body: JSON.stringify({mutations: [{create: {_type: 'page'}}]}),
  })

const statuses = (responses: Response[]) => {
  const counts: Record<number, number> = {}
  for (const {status} of responses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const times = (count: number, send: () => Promise<Response>) =>
  Promise.all(Array.from({length: count}, () => send()))

describe('with the limits of Sanity’s API', () => {
  it('25 mutations a second are done, more are refused with 429 and when to try again', async () => {
    const responses = await times(30, () => mutate(limited))
    expect(statuses(responses)).toEqual({200: 25, 429: 5})
    const refused = responses.find(({status}) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('1')
    expect(refused?.headers.get('x-ratelimit-limit-second')).toBe('25')
    expect(await refused?.json()).toMatchObject({statusCode: 429, message: 'API rate limit exceeded'})
    expect(await limited.client.fetch('count(*[_type == "page"])')).toBe(25)
    advance(1000)
    expect((await mutate(limited)).status).toBe(200)
  })

  it('500 requests a second are answered, however many of them are queries', async () => {
    advance(1000)
    const responses = await times(510, () => limited.request('/v1/ping'))
    expect(statuses(responses)).toEqual({200: 500, 429: 10})
  })

  it('100 mutations at once are done, more are refused', async () => {
    const path = '/v1/data/mutate/production'
    const headers = {authorization: `Bearer ${token}`, expect: '100-continue'}
    const open = []
    while (open.length < 100) {
      advance(1000)
      const unfinished = request(`${limited.url}${path}`, {method: 'POST', headers}).on('error', () => {})
      unfinished.flushHeaders()
      // The lake has the headers and waits for the body.
      await once(unfinished, 'continue')
      open.push(unfinished)
    }
    advance(1000)
    const refused = await mutate(limited)
    expect([refused.status, refused.headers.get('x-ratelimit-limit-concurrent')]).toEqual([429, '100'])
    for (const unfinished of open) unfinished.destroy()
    await expect
      .poll(async () => {
        advance(1000)
        return (await mutate(limited)).status
      })
      .toBe(200)
  })
})

it('without them a lake refuses nothing', async () => {
  expect(statuses(await times(60, () => mutate(unlimited)))).toEqual({200: 60})
})
