import type {Locale} from '../i18n/locales.ts'

/**
 * Every path of the site. Translated slugs are explicit pairs: the two languages have different trees, so
 * replacing `cs` with `en` in a path does not give its alternate.
 */

export const groups = ['czech-networks', 'european-networks', 'foreign-partners'] as const

/** A list of networks. Each network is in exactly one. */
export type Group = (typeof groups)[number]

const sections: Record<Locale, string> = {cs: 'nase-clenstvi', en: 'our-membership'}

/** The slugs of the groups. */
export const groupSlugs: Record<Group, Record<Locale, string>> = {
  'czech-networks': {cs: 'ceske-site', en: 'czech-networks'},
  'european-networks': {cs: 'evropske-site', en: 'european-networks'},
  'foreign-partners': {cs: 'zahranicni-partneri', en: 'foreign-partners'},
}

export const views = ['overview', 'timeline', 'relations'] as const

/** A page over all networks. */
export type View = (typeof views)[number]

const viewSlugs: Record<View, Record<Locale, string>> = {
  overview: {cs: 'prehled', en: 'overview'},
  timeline: {cs: 'casova-osa', en: 'timeline'},
  relations: {cs: 'vztahy', en: 'relations'},
}

/** The group of a network. One that is neither a partner nor Czech is European or wider. */
export function groupOf(network: {relationKind?: string | null; level?: string | null}): Group {
  if (network.relationKind === 'partner') return 'foreign-partners'
  return network.level === 'czech' ? 'czech-networks' : 'european-networks'
}

export function sectionSlug(locale: Locale): string {
  return sections[locale]
}

export function groupSlug(locale: Locale, group: Group): string {
  return groupSlugs[group][locale]
}

/** The group of a slug in one language. The slug of the other language gives undefined. */
export function groupFromSlug(locale: Locale, slug: string): Group | undefined {
  return groups.find((group) => groupSlugs[group][locale] === slug)
}

export function viewSlug(locale: Locale, view: View): string {
  return viewSlugs[view][locale]
}

export function viewFromSlug(locale: Locale, slug: string): View | undefined {
  return views.find((view) => viewSlugs[view][locale] === slug)
}

export function homePath(locale: Locale): string {
  return `/${locale}`
}

export function landingPath(locale: Locale): string {
  return `/${locale}/${sections[locale]}`
}

export function groupPath(locale: Locale, group: Group): string {
  return `${landingPath(locale)}/${groupSlugs[group][locale]}`
}

export function viewPath(locale: Locale, view: View): string {
  return `${landingPath(locale)}/${viewSlugs[view][locale]}`
}

export function networkPath(locale: Locale, group: Group, slug: string): string {
  return `${groupPath(locale, group)}/${encodeURIComponent(slug)}`
}

/** The map around one network. */
export function neighbourhoodPath(locale: Locale, slug: string): string {
  return `${viewPath(locale, 'relations')}/${encodeURIComponent(slug)}`
}

const accessibilitySlugs: Record<Locale, string> = {cs: 'pristupnost', en: 'accessibility'}

export function accessibilitySlug(locale: Locale): string {
  return accessibilitySlugs[locale]
}

export function accessibilityPath(locale: Locale): string {
  return `/${locale}/${accessibilitySlugs[locale]}`
}

/** The page about the open data files. Its slug is `data` in both languages. */
export function dataPath(locale: Locale): string {
  return `/${locale}/data`
}

/** The same for both languages. The CSV files are in lib/open-data/tables.ts. */
export const dataFiles = {
  popolo: '/data/popolo.json',
  schema: '/data/popolo.schema.json',
  package: '/data/datapackage.json',
} as const

export function feedPath(locale: Locale): string {
  return `/${locale}/feed.xml`
}

/** Pages with a preview picture of their own. Networks have one too. */
export type OgPage = 'home' | 'landing' | 'data' | 'accessibility' | Group | View

export const ogImageSize = {width: 1200, height: 630}

export function ogImagePath(locale: Locale, page: OgPage): string {
  return `/${locale}/og/${page}`
}

export function networkOgImagePath(locale: Locale, slug: string): string {
  return `/${locale}/og/network/${encodeURIComponent(slug)}`
}

/** The paths of one page, by language. */
export type Alternates = Partial<Record<Locale, string>>

export function alternatesOf(path: (locale: Locale) => string): Record<Locale, string> {
  return {cs: path('cs'), en: path('en')}
}
