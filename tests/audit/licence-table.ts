type Package = {license?: string; dev?: boolean; link?: boolean}
type Lock = {packages: Record<string, Package>}

/** May be used, changed and passed on, also with closed code. They ask for the notice at most. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Public Domain',
]

/** Ask for more, and for a reason are fine here: the packages are used unchanged. */
const unchanged = [
  // Typefaces. May be passed on with the site, not sold alone.
  'OFL-1.1',
  // A change to one of the files would have to be published.
  'MPL-2.0',
  // libvips below sharp, a shared library that can be replaced.
  'LGPL-3.0-or-later',
  // Data about browsers, with its author's name in the package.
  'CC-BY-4.0',
]

const allowed = new Set([...permissive, ...unchanged])

/** Their package.json has only the older list `licenses`. Read in their LICENSE files. */
const readByHand: Record<string, string> = {
  'md5-o-matic': 'MIT',
  'parse-cache-control': 'BSD-3-Clause',
}

/** SPDX: of alternatives one must be allowed, of a combination all. */
const isAllowed = (licence: string) =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one)))

const packagesOf = ({packages}: Lock) =>
  Object.entries(packages)
    .filter(([path, {link}]) => path.includes('node_modules/') && !link)
    .map(([path, {license, dev = false}]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return {name, licence: license ?? readByHand[name] ?? 'none named', dev}
    })

export const forbiddenPackages = (lock: Lock) => packagesOf(lock).filter(({licence}) => !isAllowed(licence))

/** How many packages have each licence, most frequent first. */
export function licenceTable(lock: Lock) {
  const groups = Map.groupBy(packagesOf(lock), ({licence}) => licence)
  return [...groups]
    .map(([licence, list]) => ({
      licence,
      packages: list.length,
      onServers: list.filter(({dev}) => !dev).length,
    }))
    .toSorted((a, b) => b.packages - a.packages)
}
