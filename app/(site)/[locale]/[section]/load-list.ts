import {draftMode} from 'next/headers'
import {cache} from 'react'
import {networksIn, sortByIds} from '#lib/content/catalogue.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import {applySelection, choicesIn} from '#lib/content/overview-choices.ts'
import type {MembershipRow} from '#lib/content/query-rows.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {type ListRoute, pageAlternates} from '#lib/routing/page-alternates.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import {type Alternates, type Group, groups} from '#lib/routing/paths.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {
  CATALOGUE_PART,
  CATALOGUE_QUERY,
  GROUP_CATALOGUE_QUERY,
  groupCatalogueTags,
} from '#sanity/queries/catalogue.ts'
import {LANDING_PAGE_QUERY} from '#sanity/queries/landing-page.ts'
import {OVERVIEW_CHOICES_QUERY} from '#sanity/queries/overview-page.ts'
import {PAGE_DATES_QUERY} from '#sanity/queries/page-dates.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedCatalogue} from '#sanity/server/catalogue.ts'
import {sanityFetch, sanityFetchAll} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'

/** The networks with a page in the locale, all or those of a group, in list order. Cached for one render. */
export const loadNetworks = cache(async (locale: Locale, group?: Group) => {
  return networksIn(group ? await catalogueOfGroup(group) : await catalogueOfAll(), locale)
})

const catalogueOfGroup = (group: Group) =>
  sanityFetchAll({
    query: GROUP_CATALOGUE_QUERY,
    params: {group},
    tags: groupCatalogueTags(group),
    part: CATALOGUE_PART,
  })

async function catalogueOfAll() {
  if (!(await draftMode()).isEnabled) return publishedCatalogue()
  return sanityFetchAll({query: CATALOGUE_QUERY, tags: [networksTag], part: CATALOGUE_PART})
}

/** The first networks of each group, and all to count. For the home page and the landing page. */
export async function loadFirstNetworks(locale: Locale) {
  const all = await loadNetworks(locale)
  const inGroup = (group: Group) => all.filter((network) => network.group === group)
  const ids = groups.flatMap((group) => entriesOf('landing', 1, inGroup(group)).map(({id}) => id))
  const found = await sanityFetch({query: LANDING_PAGE_QUERY, params: {ids}, tags: [networksTag]})
  return {all, networks: sortByIds(ids, found)}
}

/** The networks on one page of the timeline or the map, and what their layout needs. */
export async function loadView<Row extends {_id: string; memberships: MembershipRow[]}>(
  locale: Locale,
  {kind, page}: RouteOf<'timeline' | 'relations'>,
  fetchRows: (ids: string[]) => Promise<Row[]>,
) {
  const all = await loadNetworks(locale)
  const ids = entriesOf(kind, page, all).map(({id}) => id)
  const rows = sortByIds(ids, await fetchRows(ids))
  const edit = editAttribute((await draftMode()).isEnabled)
  return {rows, total: all.length, notice: noticeOfNetworks(rows, locale), edit}
}

/** The dates of the documents on a list page. */
export async function loadPageDates(ids: readonly string[], tag: string) {
  return sanityFetch({query: PAGE_DATES_QUERY, params: {ids}, tags: [tag]})
}

/** The memberships of all networks, in the order of the overview. Cached for one render. */
export const loadChoices = cache(async (locale: Locale) => {
  const [networks, rows] = await Promise.all([
    loadNetworks(locale),
    sanityFetchAll({query: OVERVIEW_CHOICES_QUERY, tags: [networksTag], part: CATALOGUE_PART}),
  ])
  return choicesIn(networks, rows)
})

const loadEntries = async (locale: Locale, route: ListRoute): Promise<{id: string}[]> => {
  if (route.kind === 'overview') return applySelection(await loadChoices(locale), route.selection)
  return loadNetworks(locale, route.kind === 'group' ? route.group : undefined)
}

/** The alternates of a list page. */
export async function listAlternates(route: ListRoute): Promise<Alternates> {
  // The first page exists in both languages, so no count is needed.
  if (route.page === 1) return pageAlternates(route, {cs: 0, en: 0})
  const [cs, en] = await Promise.all([loadEntries('cs', route), loadEntries('en', route)])
  return pageAlternates(route, {cs: cs.length, en: en.length})
}
