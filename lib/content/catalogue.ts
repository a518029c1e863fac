import {compareNames} from '../i18n/collation.ts'
import type {Locale} from '../i18n/locales.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import type {Group} from '../routing/paths.ts'
import {networkLink} from './network-link.ts'
import type {NetworkLinkRow} from './query-rows.ts'

export type CatalogueRow = NetworkLinkRow & {orderRank?: string | null | undefined}

/** `rank` is the editors' order, `name` what the page prints. */
type Ordered = {id: string; name: string; rank?: string}

/** What a list needs to count and order a network before anything else of it is read; `kind` is its type of body. */
export type CatalogueNetwork = Ordered & {group: Group; slug: string; kind?: string}

const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The editors' order, then the name as the language sorts names; networks without a rank come last. */
export function compareNetworks(locale: Locale) {
  const byName = compareNames(locale)
  return (a: Ordered, b: Ordered): number => {
    if (a.rank !== b.rank) {
      if (a.rank === undefined) return 1
      if (b.rank === undefined) return -1
      return byCodePoint(a.rank, b.rank)
    }
    return byName(a.name, b.name) || byCodePoint(a.id, b.id)
  }
}

/** The networks that have a page in a language, in the order of its lists. One that can't be read is left out and logged. */
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

/** Rows that were asked for by their ids, in the order of the ids; what has been deleted since is left out. */
export function inOrder<Row extends {_id?: string | null | undefined}>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] {
  const byId = new Map(rows.map((row) => [row._id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
