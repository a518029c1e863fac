import {notFound, permanentRedirect} from 'next/navigation'
import {legacyRedirect} from '#lib/content/legacy-redirects.ts'
import {isLocale, type Locale} from '#lib/i18n/locales.ts'
import {sectionSlug} from '#lib/routing/paths.ts'
import {parseRoute, type Route} from '#lib/routing/route.ts'
import {LEGACY_REDIRECTS_QUERY} from '#sanity/queries/legacy-redirects.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetch} from '#sanity/server/fetch.ts'

/** The dynamic segments: Next passes a promise to pages, and a plain object to `generateStaticParams`. */
export type Params<Segments = {locale: string; section?: string; group?: string; segments?: string[]}> =
  | Segments
  | Promise<Segments>

/** For a path without a page: redirects a legacy path, otherwise a 404. */
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

/** Checks the section slug of the locale. The slug of the other language is not valid here. */
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
