import {locales} from '#lib/i18n/locales.ts'

export type LocaleSlug = {
  [language in 'cs' | 'en']?: {current?: string}
} & {former?: string[]}

/**
 * The former slugs a draft should carry: those it had, and those its published version is found under but the draft
 * no longer is. A slug that is taken back is no longer former: it would redirect to itself.
 */
export function formerSlugs(draft: LocaleSlug | undefined, published: LocaleSlug | undefined): string[] {
  const slugs = (of: LocaleSlug | undefined) => locales.flatMap((language) => of?.[language]?.current || [])
  const current = slugs(draft)
  return [...new Set([...(draft?.former ?? []), ...slugs(published)])].filter(
    (slug) => !current.includes(slug),
  )
}
