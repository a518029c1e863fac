import {isLocale, type Locale, otherLocale} from '../i18n/locales.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {groupPath, landingPath} from '../routing/paths.ts'
import {networkLink} from './network-link.ts'
import type {NetworkLinkRow} from './query-rows.ts'

/**
 * Legacy paths of whole sections, so that links to the old www.migrace.com still work. They come from copies
 * of the old site, except the first, which is the parent of the others. Legacy paths of networks are in their
 * documents (`legacyPaths`).
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

/** The path of a URL or path, without a trailing slash and without a query such as `?popup=close`. */
const pathOf = (address: string) =>
  URL.canParse(address, base) ? new URL(address, base).pathname.replace(/(?<=.)\/+$/, '') : undefined

/**
 * The redirect target of a legacy path, in the same language if possible. Undefined when the path is unknown.
 * Call it only for paths without a page: then a target never redirects back, and there is no loop.
 */
export function legacyRedirect(
  path: string,
  rows: readonly LegacyRedirectRow[] | null | undefined,
): string | undefined {
  const requested = pathOf(path)
  if (requested === undefined) return undefined
  if (Object.hasOwn(sections, requested)) return sections[requested]
  const segment = requested.split('/')[1]
  const locale: Locale = isLocale(segment) ? segment : 'cs'
  const targets = mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const legacy = mapValid(row.legacyPaths, row._id ?? '', parseString)
      if (!legacy.some((address) => pathOf(address) === requested)) return undefined
      const {paths} = networkLink(row, locale)
      return paths[locale] ?? paths[otherLocale(locale)]
    },
  )
  return targets.find((target) => target !== requested)
}
