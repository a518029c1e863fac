import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests, site} from './lake-for-tests.ts'

const lake = lakeForTests()
const content = '0123456789'
let url: string
let etag: string

beforeAll(async () => {
  const asset = await lake.client.assets.upload('file', Buffer.from(content), {filename: 'digits.txt'})
  url = asset.url
  etag = (await fetch(url, {method: 'HEAD'})).headers.get('etag') ?? ''
})

const get = async (headers: Record<string, string>, method = 'GET') => {
  const response = await fetch(url, {headers, method})
  return [response.status, response.headers.get('content-range'), await response.text()]
}

describe('a file', () => {
  it.each([
    ['bytes=2-4', 'bytes 2-4/10', '234'],
    ['bytes=7-', 'bytes 7-9/10', '789'],
    ['bytes=-3', 'bytes 7-9/10', '789'],
    ['bytes=-99', 'bytes 0-9/10', content],
    ['bytes=8-99', 'bytes 8-9/10', '89'],
    ['bytes=0-0', 'bytes 0-0/10', '0'],
  ])('is sent in parts: %s', async (range, contentRange, text) => {
    expect(await get({range})).toEqual([206, contentRange, text])
  })

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('has no part %s', async (range) => {
    const [status, contentRange] = await get({range})
    expect([status, contentRange]).toEqual([416, 'bytes */10'])
  })

  it.each(['bytes=4-2', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,3-4', ''])(
    'is sent whole for "%s", which is no single range',
    async (range) => {
      expect(await get({range})).toEqual([200, null, content])
    },
  )

  it('is sent whole when the client has a part of another version', async () => {
    expect(await get({range: 'bytes=2-4', 'if-range': etag})).toEqual([206, 'bytes 2-4/10', '234'])
    for (const other of ['"another"', `W/${etag}`, 'Wed, 21 Oct 2026 07:28:00 GMT'])
      expect(await get({range: 'bytes=2-4', 'if-range': other})).toEqual([200, null, content])
  })

  it('is described by HEAD without its bytes', async () => {
    const response = await fetch(url, {method: 'HEAD', headers: {range: 'bytes=2-4', origin: site}})
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('content-length')).toBe('10')
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    expect(response.headers.get('access-control-expose-headers')).toContain('Content-Range')
  })

  it('of one byte has one part', async () => {
    const {url: empty} = await lake.client.assets.upload('file', Buffer.from([0]), {filename: 'one.bin'})
    const response = await fetch(empty, {headers: {range: 'bytes=0-'}})
    expect([response.status, response.headers.get('content-range')]).toEqual([206, 'bytes 0-0/1'])
  })
})
