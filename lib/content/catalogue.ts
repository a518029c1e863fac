import {compareKeys, compareNames} from '../i18n/collation.ts'
import type {Locale} from '../i18n/locales.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import type {Group} from '../routing/paths.ts'
import {networkLink} from './network-link.ts'
import type {NetworkLinkRow} from './query-rows.ts'

export type CatalogueRow = NetworkLinkRow & {orderRank?: string | null | undefined}

/** `rank` is the editors' order, `name` the printed name. */
type Ordered = {id: string; name: string; rank?: string}

/** Enough of a network to count and sort it, before the rest is fetched. `kind` is its type of body. */
export type CatalogueNetwork = Ordered & {group: Group; slug: string; kind?: string}

/**
 * Sorts by the editors' order, then by name in the collation of the locale. Networks without a rank come
 * last.
 */
export function compareNetworks(locale: Locale) {
  const byName = compareNames(locale)
  return (a: Ordered, b: Ordered): number => {
    if (a.rank !== b.rank) {
      if (a.rank === undefined) return 1
      if (b.rank === undefined) return -1
      return compareKeys(a.rank, b.rank)
    }
    return byName(a.name, b.name) || compareKeys(a.id, b.id)
  }
}

/**
 * The networks that have a page in the locale, in the order of the lists. A malformed one is left out and
 * logged.
 */
export function networksIn(
  rows: readonly CatalogueRow[] | null | undefined,
  locale: Locale,
): CatalogueNetwork[] {
  return mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const {id, name, group, slugs} = networkLink(row, locale)
      const slug = slugs[locale]
      if (!slug) return undefined
      const kind = parseString(row.bodyType)
      const rank = parseString(row.orderRank)
      return {id, group, slug, name: name.text, ...(kind && {kind}), ...(rank && {rank})}
    },
  ).toSorted(compareNetworks(locale))
}

/**
 * Sorts rows by a list of ids. An id without a row is skipped: its document was deleted since the ids were
 * read.
 */
export function sortByIds<Row extends {_id?: string | null | undefined}>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] {
  const byId = new Map(rows.map((row) => [row._id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
