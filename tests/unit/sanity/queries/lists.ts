import {type CatalogueNetwork, networksIn, sortByIds} from '#lib/content/catalogue.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import {type Group, groups} from '#lib/routing/paths.ts'
import {CATALOGUE_QUERY, GROUP_CATALOGUE_QUERY} from '#sanity/queries/catalogue.ts'
import {GROUP_PAGE_QUERY} from '#sanity/queries/group-page.ts'
import {LANDING_PAGE_QUERY} from '#sanity/queries/landing-page.ts'
import {RELATIONS_PAGE_QUERY} from '#sanity/queries/relations-page.ts'
import {TIMELINE_PAGE_QUERY} from '#sanity/queries/timeline-page.ts'
import {runGroq} from '../seed/seed.ts'

/** Runs a query over the seed, over other documents or on a lake. */
// biome-ignore lint/suspicious/noExplicitAny: the type of an answer depends on the query
export type RunQuery = (query: string, params?: Record<string, unknown>) => Promise<any>

const querySeed: RunQuery = (query, params) => runGroq(query, params)

const everything = {start: 0, end: 10_000}

/** Reads the catalogue as the pages do. */
export async function catalogue(
  locale: Locale,
  group?: Group,
  runQuery: RunQuery = querySeed,
): Promise<CatalogueNetwork[]> {
  const rows = await (group
    ? runQuery(GROUP_CATALOGUE_QUERY, {group, ...everything})
    : runQuery(CATALOGUE_QUERY, everything))
  return networksIn(rows, locale)
}

export async function groupPage(locale: Locale, group: Group, page = 1, runQuery: RunQuery = querySeed) {
  const all = await catalogue(locale, group, runQuery)
  const ids = entriesOf('group', page, all).map(({id}) => id)
  const rows: NetworkRow[] = sortByIds(ids, await runQuery(GROUP_PAGE_QUERY, {ids}))
  return {rows, total: all.length}
}

export async function landingPage(locale: Locale, runQuery: RunQuery = querySeed) {
  const all = await catalogue(locale, undefined, runQuery)
  const inGroup = (group: Group) => all.filter((network) => network.group === group)
  const ids = groups.flatMap((group) => entriesOf('landing', 1, inGroup(group)).map(({id}) => id))
  return {all, rows: sortByIds<NetworkRow>(ids, await runQuery(LANDING_PAGE_QUERY, {ids}))}
}

export async function viewPage(
  view: 'timeline' | 'relations',
  locale: Locale,
  page = 1,
  runQuery: RunQuery = querySeed,
) {
  const query = view === 'timeline' ? TIMELINE_PAGE_QUERY : RELATIONS_PAGE_QUERY
  const all = await catalogue(locale, undefined, runQuery)
  const ids = entriesOf(view, page, all).map(({id}) => id)
  return {rows: sortByIds<NetworkRow>(ids, await runQuery(query, {ids})), total: all.length}
}
