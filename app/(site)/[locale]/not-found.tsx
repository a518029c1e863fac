import {draftMode} from 'next/headers'
import {locale as rootLocale} from 'next/root-params'
import {NotFoundPage} from '#components/not-found.tsx'
import {siteTexts} from '#lib/content/site-texts.ts'
import {defaultLocale, isLocale} from '#lib/i18n/locales.ts'
import {loadSiteTexts} from './site-texts.ts'

/**
 * For previews and development, where scripts run. Visitors get a page like it from ./404, without scripts.
 * Next renders it beside every page, also beside ./500, which may not depend on the CMS. So only a preview
 * reads the texts of the site.
 * The page of a network has its own, which knows more ([section]/[group]/[[...segments]]/not-found.tsx).
 */
export default async function NotFound() {
  const segment = await rootLocale()
  const locale = isLocale(segment) ? segment : defaultLocale
  const {isEnabled} = await draftMode()
  const texts = isEnabled ? await loadSiteTexts(locale) : siteTexts(null, locale)
  return <NotFoundPage locale={locale} texts={texts} />
}
