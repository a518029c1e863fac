import type {IncomingMessage} from 'node:http'
import {BlockList, isIP} from 'node:net'

const forwardedHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Returns a function that makes `x-forwarded-for` name the real caller. Only a configured proxy may say who
 * called it. From anyone else these headers are removed: a caller could use up the rate limit of another one.
 * @param addresses IP addresses or networks: `127.0.0.1`, `10.0.0.0/8`.
 */
export function trustedProxies(addresses: string[]): (request: IncomingMessage) => void {
  const trusted = new BlockList()
  for (const address of addresses) {
    const [ip = '', prefix] = address.split('/')
    const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) trusted.addAddress(ip, family)
    else trusted.addSubnet(ip, Number(prefix), family)
  }
  return ({headers, socket: {remoteAddress = ''}}) => {
    // An IPv4 address on a socket for both families.
    const ip = remoteAddress.replace(/^::ffff:/, '')
    if (ip && trusted.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')) return
    for (const name of forwardedHeaders) delete headers[name]
    headers['x-forwarded-for'] = ip
  }
}
