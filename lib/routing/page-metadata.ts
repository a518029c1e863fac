import {defaultLocale, type Locale, otherLocale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {type Alternates, feedPath, ogImagePath, ogImageSize} from './paths.ts'

/**
 * The addresses of a page by language, for `hreflang`. For visitors whose language is neither, `x-default` names the
 * page in the site's default language, or else in the only one it has.
 */
export function languagesOf(alternates: Alternates) {
  const fallback = alternates[defaultLocale] ?? alternates[otherLocale(defaultLocale)]
  return {...alternates, ...(fallback && {'x-default': fallback})}
}

/**
 * Title, description, canonical address, language twins, feed and preview picture of a page; a plain object that is a
 * Next `Metadata`. `alternates` holds only the languages the page exists in.
 */
export function pageMetadata(
  locale: Locale,
  {
    title,
    description,
    alternates,
    image = ogImagePath(locale, 'home'),
  }: {title?: string; description?: string | undefined; alternates: Alternates; image?: string},
) {
  const {siteTitle, siteName, siteDescription} = messagesIn(locale)
  const text = {
    title: title ? `${title} – ${siteName}` : siteTitle,
    description: description ?? siteDescription,
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
