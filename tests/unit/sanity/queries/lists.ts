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
import {ask} from '../seed/seed.ts'

/** Answers a query: of the seed, of other documents, or of a lake. */
// biome-ignore lint/suspicious/noExplicitAny: what a query answers has no type until it has run
export type Asked = (query: string, params?: Record<string, unknown>) => Promise<any>

const askSeed: Asked = (query, params) => ask(query, params)

const everything = {start: 0, end: 10_000}

/** What the pages of the site read, put together as they do it. */
export async function catalogue(
  locale: Locale,
  group?: Group,
  asked: Asked = askSeed,
): Promise<CatalogueNetwork[]> {
  const rows = await (group
    ? asked(GROUP_CATALOGUE_QUERY, {group, ...everything})
    : asked(CATALOGUE_QUERY, everything))
  return networksIn(rows, locale)
}

export async function groupPage(locale: Locale, group: Group, page = 1, asked: Asked = askSeed) {
  const all = await catalogue(locale, group, asked)
  const ids = entriesOf('group', page, all).map(({id}) => id)
  const rows: NetworkRow[] = sortByIds(ids, await asked(GROUP_PAGE_QUERY, {ids}))
  return {rows, total: all.length}
}

export async function landingPage(locale: Locale, asked: Asked = askSeed) {
  const all = await catalogue(locale, undefined, asked)
  const inGroup = (group: Group) => all.filter((network) => network.group === group)
  const ids = groups.flatMap((group) => entriesOf('landing', 1, inGroup(group)).map(({id}) => id))
  return {all, rows: sortByIds<NetworkRow>(ids, await asked(LANDING_PAGE_QUERY, {ids}))}
}

export async function viewPage(
  view: 'timeline' | 'relations',
  locale: Locale,
  page = 1,
  asked: Asked = askSeed,
) {
  const query = view === 'timeline' ? TIMELINE_PAGE_QUERY : RELATIONS_PAGE_QUERY
  const all = await catalogue(locale, undefined, asked)
  const ids = entriesOf(view, page, all).map(({id}) => id)
  return {rows: sortByIds<NetworkRow>(ids, await asked(query, {ids})), total: all.length}
}
