import {type LookupAddress, type LookupOptions, lookup} from 'node:dns'
import {BlockList, isIP} from 'node:net'

/** IPv4 addresses that the internet does not route to one server (IANA special-purpose registry). */
const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, prefix)
// Parts of 2000::/3 that lead elsewhere: protocol assignments, documentation, 6to4 (which contains IPv4).
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6')

/** The only IPv6 addresses for servers on the internet. Loopback, link-local, private and mapped ones are outside. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address can belong to a server on the internet, and not to this machine or its network. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !special.check(address)
  return version === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS'
}

type Callback = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * The `lookup` of a connection, which resolves a host name and refuses it when one of its addresses is not
 * allowed. The connection uses the very addresses that were checked, so a second DNS answer can't replace them.
 */
export const checkedLookup =
  (isAllowed: (address: string) => boolean) =>
  (host: string, options: LookupOptions, callback: Callback): void => {
    lookup(host, {...options, all: true}, (error, addresses) => {
      if (error) return callback(error, [])
      const refused = addresses.find(({address}) => !isAllowed(address))
      if (refused) return callback(new PrivateAddressError(`${host} is at ${refused.address}`), [])
      const [first] = addresses
      if (options.all || !first) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
