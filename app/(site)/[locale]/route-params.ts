import {notFound, permanentRedirect} from 'next/navigation'
import {isLocale, type Locale} from '#lib/locales.ts'
import {movedTo} from '#lib/moved.ts'
import {type Group, groupFromSlug, sectionSlug, type View, viewFromSlug} from '#lib/routes.ts'
import {publishedFetch} from '#sanity/fetch.ts'
import {MOVED_QUERY, movedTags} from '#sanity/queries/moved.ts'

/**
 * What the segments of an address name, or a 404: each language has its own words, the other's name nothing.
 * Pages get `params` as a promise, generateStaticParams as a plain object.
 */
type Params<Segments> = Segments | Promise<Segments>

type AnyParams = {locale: string; section?: string; group?: string; network?: string; rest?: string[]}

/** No page has this address: on to where it has moved from the old site, or a 404. */
export async function movedOrNotFound(params: Params<AnyParams>): Promise<never> {
  const {locale, section, group, network, rest = []} = await params
  const path = `/${[locale, section, group, network, ...rest].filter((part) => part !== undefined).join('/')}`
  const target = movedTo(path, await publishedFetch({query: MOVED_QUERY, tags: movedTags()}))
  return target ? permanentRedirect(target) : notFound()
}

export async function localeOf(params: Params<{locale: string}>): Promise<Locale> {
  const {locale} = await params
  return isLocale(locale) ? locale : notFound()
}

export async function sectionOf(params: Params<{locale: string; section: string}>): Promise<Locale> {
  const locale = await localeOf(params)
  const {section} = await params
  return section === sectionSlug(locale) ? locale : movedOrNotFound(params)
}

export async function groupOfParams(
  params: Params<{locale: string; section: string; group: string}>,
): Promise<{locale: Locale; group: Group}> {
  const locale = await sectionOf(params)
  const group = groupFromSlug(locale, (await params).group)
  return group ? {locale, group} : movedOrNotFound(params)
}

/** The view that stands where a group would; undefined when it is none, so a group or nothing. */
export async function viewOfParams(
  params: Params<{locale: string; section: string; group: string}>,
): Promise<{locale: Locale; view: View} | undefined> {
  const locale = await sectionOf(params)
  const view = viewFromSlug(locale, (await params).group)
  return view && {locale, view}
}
