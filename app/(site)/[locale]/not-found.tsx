import {locale as rootLocale} from 'next/root-params'
import {NotFoundPage} from '#components/not-found.tsx'
import {defaultLocale, isLocale} from '#lib/i18n/locales.ts'
import {loadSiteTexts} from './site-texts.ts'

/**
 * For previews and development, where scripts run. Visitors get a page like it from ./404, without scripts.
 * The page of a network has its own, which knows more ([section]/[group]/[[...segments]]/not-found.tsx).
 */
export default async function NotFound() {
  const segment = await rootLocale()
  const locale = isLocale(segment) ? segment : defaultLocale
  return <NotFoundPage locale={locale} texts={await loadSiteTexts(locale)} />
}
