import {notFound, permanentRedirect} from 'next/navigation'
import {legacyRedirect} from '#lib/content/legacy-redirects.ts'
import {isLocale, type Locale} from '#lib/i18n/locales.ts'
import {sectionSlug} from '#lib/routing/paths.ts'
import {parseRoute, type Route} from '#lib/routing/route.ts'
import {LEGACY_REDIRECTS_QUERY} from '#sanity/queries/legacy-redirects.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetch} from '#sanity/server/fetch.ts'

/** The segments of an address: a promise where Next gives them to a page, plain where it asks for static ones. */
export type Params<Segments = {locale: string; section?: string; group?: string; segments?: string[]}> =
  | Segments
  | Promise<Segments>

/** No page has this address: on to where it has moved from the old site, or a 404. */
export async function movedOrNotFound(params: Params): Promise<never> {
  const {locale, section, group, segments = []} = await params
  const path = `/${[locale, section, group, ...segments].filter((part) => part !== undefined).join('/')}`
  const target = legacyRedirect(
    path,
    await publishedFetch({query: LEGACY_REDIRECTS_QUERY, tags: [networksTag]}),
  )
  return target ? permanentRedirect(target) : notFound()
}

export async function localeOf(params: Params<{locale: string}>): Promise<Locale> {
  const {locale} = await params
  return isLocale(locale) ? locale : notFound()
}

/** Each language has its own words; the other's name nothing. */
export async function sectionOf(params: Params<{locale: string; section: string}>): Promise<Locale> {
  const locale = await localeOf(params)
  const {section} = await params
  return section === sectionSlug(locale) ? locale : movedOrNotFound(params)
}

export async function routeOf(
  params: Params<{locale: string; section: string; group: string; segments?: string[]}>,
): Promise<{locale: Locale; route: Route}> {
  const locale = await sectionOf(params)
  const {group, segments = []} = await params
  const route = parseRoute(locale, [group, ...segments.map(decodeURIComponent)])
  return route ? {locale, route} : movedOrNotFound(params)
}
