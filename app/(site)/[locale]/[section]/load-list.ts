import {cache} from 'react'
import {networksIn} from '#lib/catalogue.ts'
import {type Locale, locales} from '#lib/locales.ts'
import {pageCount} from '#lib/paging.ts'
import {type Place, placePath} from '#lib/place.ts'
import {type Alternates, alternatesOf, type Group} from '#lib/routes.ts'
import {choicesIn, chosenFrom} from '#lib/views/overview-choices.ts'
import {sanityFetchAll} from '#sanity/fetch.ts'
import {
  CATALOGUE_PART,
  CATALOGUE_QUERY,
  catalogueTags,
  GROUP_CATALOGUE_QUERY,
  groupCatalogueTags,
} from '#sanity/queries/catalogue.ts'
import {OVERVIEW_CHOICES_QUERY, overviewPageTags} from '#sanity/queries/overview-page.ts'

export type ListPlace = Exclude<Place, {kind: 'network'}>

/** The networks, all or a group's, that have a page in the language, in the order of its lists; once a render. */
export const loadNetworks = cache(async (locale: Locale, group?: Group) => {
  const part = CATALOGUE_PART
  const rows = group
    ? await sanityFetchAll({
        query: GROUP_CATALOGUE_QUERY,
        params: {group},
        tags: groupCatalogueTags(group),
        part,
      })
    : await sanityFetchAll({query: CATALOGUE_QUERY, tags: catalogueTags(), part})
  return networksIn(rows, locale)
})

/** The memberships in those networks, in the order of the overview. */
export const loadChoices = cache(async (locale: Locale) => {
  const [networks, rows] = await Promise.all([
    loadNetworks(locale),
    sanityFetchAll({query: OVERVIEW_CHOICES_QUERY, tags: overviewPageTags(), part: CATALOGUE_PART}),
  ])
  return choicesIn(networks, rows)
})

const entriesIn = async (locale: Locale, place: ListPlace): Promise<{id: string}[]> => {
  if (place.kind === 'overview') return chosenFrom(await loadChoices(locale), place.selection)
  return loadNetworks(locale, place.kind === 'group' ? place.group : undefined)
}

/** The same page of a list in each language whose list is long enough for it. First pages are there in both. */
export async function listAlternates(place: ListPlace): Promise<Alternates> {
  const paths = alternatesOf((locale) => placePath(locale, place))
  if (place.page === 1) return paths
  const there = await Promise.all(
    locales.map(async (locale) => {
      const entries = await entriesIn(locale, place)
      return place.page <= pageCount(place.kind, entries.length) ? [[locale, paths[locale]]] : []
    }),
  )
  return Object.fromEntries(there.flat())
}
