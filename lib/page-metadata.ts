import {defaultLocale, type Locale, otherLocale} from './locales.ts'
import {messagesIn} from './messages/messages.ts'
import type {Alternates} from './routes.ts'

/**
 * Title, description, canonical address and language twins of a page; a plain object that is a Next `Metadata`.
 * `alternates` holds only the languages the page exists in. For visitors whose language is neither, `x-default`
 * names the page in the site's default language, or else in the only one it has.
 */
export function pageMetadata(
  locale: Locale,
  {
    title,
    description,
    alternates,
  }: {title?: string; description?: string | undefined; alternates: Alternates},
) {
  const {siteTitle, siteName, siteDescription} = messagesIn(locale)
  const fallback = alternates[defaultLocale] ?? alternates[otherLocale(defaultLocale)]
  return {
    title: title ? `${title} – ${siteName}` : siteTitle,
    description: description ?? siteDescription,
    alternates: {
      canonical: alternates[locale] ?? null,
      languages: {...alternates, ...(fallback && {'x-default': fallback})},
    },
  }
}
