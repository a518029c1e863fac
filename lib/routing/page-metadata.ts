import {defaultLocale, type Locale, otherLocale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import type {SiteTexts} from '../i18n/messages/site-texts.ts'
import {type Alternates, feedPath, ogImagePath, ogImageSize} from './paths.ts'

/**
 * The alternates of a page for `hreflang`. `x-default`, for all other languages, is the page in the default
 * locale, or in the only locale it has.
 */
export function languagesOf(alternates: Alternates) {
  const fallback = alternates[defaultLocale] ?? alternates[otherLocale(defaultLocale)]
  return {...alternates, ...(fallback && {'x-default': fallback})}
}

/**
 * Title, description, canonical URL, alternates, feed and preview picture of a page: a plain object that fits
 * Next's `Metadata`. `alternates` has only the languages in which the page exists.
 */
export function pageMetadata(
  locale: Locale,
  {
    title,
    description,
    alternates,
    image = ogImagePath(locale, 'home'),
    site,
  }: {
    title?: string
    description?: string | undefined
    alternates: Alternates
    image?: string
    site: SiteTexts['site']
  },
) {
  const {siteName} = messagesIn(locale)
  const text = {
    title: title ? `${title} – ${siteName}` : site.title,
    description: description ?? site.description,
  }
  return {
    ...text,
    alternates: {
      canonical: alternates[locale] ?? null,
      languages: languagesOf(alternates),
      types: {'application/atom+xml': feedPath(locale)},
    },
    openGraph: {
      ...text,
      type: 'website' as const,
      siteName,
      locale: {cs: 'cs_CZ', en: 'en_GB'}[locale],
      ...(alternates[locale] && {url: alternates[locale]}),
      images: [{url: image, ...ogImageSize, type: 'image/png', alt: text.title}],
    },
  }
}
