import type {IncomingMessage} from 'node:http'
import {expect, test} from 'vitest'
import {trustedProxies} from '#lib/server/http/trusted-proxies.ts'

const headersFrom = (remoteAddress: string, proxies: string[], headers: Record<string, string>) => {
  const request = {headers: {...headers}, socket: {remoteAddress}} as unknown as IncomingMessage
  trustedProxies(proxies)(request)
  return request.headers
}

const forged = {'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https', forwarded: 'for=203.0.113.7'}

test('without a configured proxy, the caller is the peer', () => {
  expect(headersFrom('198.51.100.4', [], forged)).toEqual({'x-forwarded-for': '198.51.100.4'})
})

test.each([
  ['its address', '127.0.0.1', ['127.0.0.1']],
  ['its address on a socket for both families', '::ffff:127.0.0.1', ['127.0.0.1']],
  ['its network', '10.1.2.3', ['192.168.0.0/16', '10.0.0.0/8']],
  ['its IPv6 address', '::1', ['::1']],
  ['its IPv6 network', '2001:db8::5', ['2001:db8::/32']],
])('a proxy configured by %s may name the caller', (_, peer, proxies) => {
  expect(headersFrom(peer, proxies, forged)).toEqual(forged)
})

test('a peer outside of the configured networks may not', () => {
  expect(headersFrom('11.0.0.1', ['10.0.0.0/8'], forged)['x-forwarded-for']).toBe('11.0.0.1')
})
