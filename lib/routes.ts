import type {Locale} from './locales.ts'

/**
 * Every address of the site. Translated slugs stand here in explicit pairs: the trees of the two languages are
 * not parallel, so nothing may be made by swapping a segment.
 */

export const groups = ['czech-networks', 'european-networks', 'foreign-partners'] as const

/** A page that lists networks; a network is on exactly one. */
export type Group = (typeof groups)[number]

const sections: Record<Locale, string> = {cs: 'nase-clenstvi', en: 'our-membership'}

const groupSlugs: Record<Group, Record<Locale, string>> = {
  'czech-networks': {cs: 'ceske-site', en: 'czech-networks'},
  'european-networks': {cs: 'evropske-site', en: 'european-networks'},
  'foreign-partners': {cs: 'zahranicni-partneri', en: 'foreign-partners'},
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

export function homePath(locale: Locale): string {
  return `/${locale}`
}

export function landingPath(locale: Locale): string {
  return `/${locale}/${sections[locale]}`
}

export function groupPath(locale: Locale, group: Group): string {
  return `${landingPath(locale)}/${groupSlugs[group][locale]}`
}

export function networkPath(locale: Locale, group: Group, slug: string): string {
  return `${groupPath(locale, group)}/${encodeURIComponent(slug)}`
}

/** The same page in each language it exists in. */
export type Alternates = Partial<Record<Locale, string>>

export function alternatesOf(path: (locale: Locale) => string): Record<Locale, string> {
  return {cs: path('cs'), en: path('en')}
}
