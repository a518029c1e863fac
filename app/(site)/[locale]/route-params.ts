import {notFound} from 'next/navigation'
import {isLocale, type Locale} from '#lib/locales.ts'
import {type Group, groupFromSlug, sectionSlug} from '#lib/routes.ts'

/**
 * What the segments of an address name, or a 404: each language has its own words, the other's name nothing.
 * Pages get `params` as a promise, generateStaticParams as a plain object.
 */
type Params<Segments> = Segments | Promise<Segments>

export async function localeOf(params: Params<{locale: string}>): Promise<Locale> {
  const {locale} = await params
  return isLocale(locale) ? locale : notFound()
}

export async function sectionOf(params: Params<{locale: string; section: string}>): Promise<Locale> {
  const locale = await localeOf(params)
  const {section} = await params
  return section === sectionSlug(locale) ? locale : notFound()
}

export async function groupOfParams(
  params: Params<{locale: string; section: string; group: string}>,
): Promise<{locale: Locale; group: Group}> {
  const locale = await sectionOf(params)
  const group = groupFromSlug(locale, (await params).group)
  return group ? {locale, group} : notFound()
}
