import type {Locale} from '../i18n/locales.ts'

/**
 * Every address of the site. Translated slugs stand here in explicit pairs: the trees of the two languages are
 * not parallel, so nothing may be made by swapping a segment.
 */

export const groups = ['czech-networks', 'european-networks', 'foreign-partners'] as const

/** A page that lists networks; a network is on exactly one. */
export type Group = (typeof groups)[number]

const sections: Record<Locale, string> = {cs: 'nase-clenstvi', en: 'our-membership'}

/** The words a group has in addresses. */
export const groupSlugs: Record<Group, Record<Locale, string>> = {
  'czech-networks': {cs: 'ceske-site', en: 'czech-networks'},
  'european-networks': {cs: 'evropske-site', en: 'european-networks'},
  'foreign-partners': {cs: 'zahranicni-partneri', en: 'foreign-partners'},
}

export const views = ['overview', 'timeline', 'relations'] as const

/** A page over all networks at once, beside the groups. */
export type View = (typeof views)[number]

const viewSlugs: Record<View, Record<Locale, string>> = {
  overview: {cs: 'prehled', en: 'overview'},
  timeline: {cs: 'casova-osa', en: 'timeline'},
  relations: {cs: 'vztahy', en: 'relations'},
}

/** Partners have a page to themselves; what is neither a partner nor Czech is European or wider. */
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

/** The group a slug names in one language; the other language's slug names nothing. */
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

const accessibilitySlugs: Record<Locale, string> = {cs: 'pristupnost', en: 'accessibility'}

export function accessibilitySlug(locale: Locale): string {
  return accessibilitySlugs[locale]
}

export function accessibilityPath(locale: Locale): string {
  return `/${locale}/${accessibilitySlugs[locale]}`
}

/** The page about the open data files; `data` is the word in both languages. */
export function dataPath(locale: Locale): string {
  return `/${locale}/data`
}

/** The files themselves are the same for both languages. */
export const dataFiles = {
  popolo: '/data/popolo.json',
  schema: '/data/popolo.schema.json',
  networks: '/data/networks.csv',
  memberships: '/data/memberships.csv',
} as const

export function feedPath(locale: Locale): string {
  return `/${locale}/feed.xml`
}

/** Pages that have a preview picture of their own beside the networks. */
export type OgPage = 'home' | 'landing' | 'data' | 'accessibility' | Group | View

export const ogImageSize = {width: 1200, height: 630}

export function ogImagePath(locale: Locale, page: OgPage): string {
  return `/${locale}/og/${page}`
}

export function networkOgImagePath(locale: Locale, slug: string): string {
  return `/${locale}/og/network/${encodeURIComponent(slug)}`
}

/** The same page in each language it exists in. */
export type Alternates = Partial<Record<Locale, string>>

export function alternatesOf(path: (locale: Locale) => string): Record<Locale, string> {
  return {cs: path('cs'), en: path('en')}
}
