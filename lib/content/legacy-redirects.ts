import {isLocale, type Locale, otherLocale} from '../i18n/locales.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {groupPath, landingPath} from '../routing/paths.ts'
import {networkLink} from './network-link.ts'
import type {NetworkLinkRow} from './query-rows.ts'

/**
 * Addresses of the old www.migrace.com, so that links to it still arrive. Those of whole sections stand here, as they
 * were found in copies of the old site; the first was not, but is the parent of the others. Those of single networks are
 * in their documents (`legacyPaths`).
 */
const sections: Record<string, string> = {
  '/cs/organizace/nase-clenstvi': landingPath('cs'),
  '/cs/organizace/nase-clenstvi/ceske-site': groupPath('cs', 'czech-networks'),
  '/cs/organizace/nase-clenstvi/evropske-site': groupPath('cs', 'european-networks'),
  '/cs/organizace/nase-clenstvi/zahranicni-partneri': groupPath('cs', 'foreign-partners'),
  '/en/organization/history/czech-network': groupPath('en', 'czech-networks'),
}

export type LegacyRedirectRow = NetworkLinkRow & {legacyPaths?: (string | null)[] | null}

const base = 'https://www.migrace.com'

/** The path alone of what may be a whole address, without a closing slash or a query such as `?popup=close`. */
const pathOf = (address: string) =>
  URL.canParse(address, base) ? new URL(address, base).pathname.replace(/(?<=.)\/+$/, '') : undefined

/**
 * Where what used to be at `path` is today, in the same language if it can be; undefined when nothing was there.
 * Ask only for addresses that no page has: then what this names never leads back, and there is no loop.
 */
export function legacyRedirect(
  path: string,
  rows: readonly LegacyRedirectRow[] | null | undefined,
): string | undefined {
  const asked = pathOf(path)
  if (asked === undefined) return undefined
  if (Object.hasOwn(sections, asked)) return sections[asked]
  const segment = asked.split('/')[1]
  const locale: Locale = isLocale(segment) ? segment : 'cs'
  const targets = mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const legacy = mapValid(row.legacyPaths, row._id ?? '', parseString)
      if (!legacy.some((address) => pathOf(address) === asked)) return undefined
      const {paths} = networkLink(row, locale)
      return paths[locale] ?? paths[otherLocale(locale)]
    },
  )
  return targets.find((target) => target !== asked)
}
