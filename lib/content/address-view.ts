import {defaultLocale} from '../i18n/locales.ts'
import {accessibilityReviewed} from '../i18n/messages/accessibility-page.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {documentPages, type PageType, pageOf, pageTypes} from '../routing/document-pages.ts'
import {
  type Alternates,
  accessibilityPath,
  alternatesOf,
  dataPath,
  homePath,
  landingPath,
  viewPath,
  views,
} from '../routing/paths.ts'
import {documentLink, isOnSite} from './network-link.ts'
import type {NetworkLinkRow} from './query-rows.ts'

export type AddressRow = NetworkLinkRow & {_type?: string | null; changes?: (string | null)[] | null}

type Address = {type: PageType; row: AddressRow; paths: Alternates; changed?: string}

/** The latest of a list of ISO timestamps. */
export const latest = (timestamps: (string | undefined)[]): string | undefined =>
  timestamps
    .filter((timestamp) => timestamp !== undefined)
    .toSorted()
    .at(-1)

/** Networks with a page. A malformed one is left out and logged, so that it fails no build. */
function addresses(rows: readonly AddressRow[] | null | undefined): Address[] {
  return mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const page = pageOf(row._type)
      if (!page) return undefined
      const {paths} = documentLink(page.type, row, defaultLocale)
      if (!isOnSite({paths})) return undefined
      const changed = latest(mapValid(row.changes, row._id ?? '', parseString))
      return {type: page.type, row, paths, ...(changed && {changed})}
    },
  )
}

/** The time of the latest change of any document that the networks' pages show. */
export const newestChange = (rows: readonly AddressRow[] | null | undefined) =>
  latest(addresses(rows).flatMap(({type, changed}) => (type === 'network' ? [changed] : [])))

export type SitemapEntry = {alternates: Alternates; changed?: string}

/** Every page once, with its alternate. A list has the date of its newest entry. */
export function sitemapEntries(rows: readonly AddressRow[] | null | undefined): SitemapEntry[] {
  const all = addresses(rows)
  const entry = (alternates: Alternates, changed: string | undefined) => ({
    alternates,
    ...(changed && {changed}),
  })
  const newest = latest(all.map(({changed}) => changed))
  return [
    entry(alternatesOf(homePath), newest),
    entry(alternatesOf(landingPath), newest),
    ...pageTypes.flatMap((type) =>
      documentPages[type].lists.map(({path, shows}) =>
        entry(
          alternatesOf(path),
          latest(all.filter((one) => one.type === type && shows(one.row)).map(({changed}) => changed)),
        ),
      ),
    ),
    ...views.map((view) =>
      entry(
        alternatesOf((locale) => viewPath(locale, view)),
        newest,
      ),
    ),
    entry(alternatesOf(dataPath), newest),
    entry(alternatesOf(accessibilityPath), accessibilityReviewed),
    ...all.map(({paths, changed}) => entry(paths, changed)),
  ]
}
