import {locales} from '#lib/i18n/locales.ts'

export type LocaleSlug = {
  [language in 'cs' | 'en']?: {current?: string}
} & {former?: string[]}

/**
 * The former slugs of a draft: those it already has, and published slugs that the draft no longer uses. A
 * slug that is in use again is removed, because it would redirect to itself.
 */
export function formerSlugs(draft: LocaleSlug | undefined, published: LocaleSlug | undefined): string[] {
  const slugs = (slug: LocaleSlug | undefined) =>
    locales.flatMap((language) => slug?.[language]?.current || [])
  const current = slugs(draft)
  return [...new Set([...(draft?.former ?? []), ...slugs(published)])].filter(
    (slug) => !current.includes(slug),
  )
}
