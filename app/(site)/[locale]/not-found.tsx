import {locale as rootLocale} from 'next/root-params'
import {NotFound} from '#components/not-found.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {defaultLocale, isLocale, otherLocale} from '#lib/locales.ts'
import {homePath} from '#lib/routes.ts'

export default async function NotFoundPage() {
  const segment = await rootLocale()
  const locale = isLocale(segment) ? segment : defaultLocale
  return (
    <PageFrame locale={locale} path="" twin={homePath(otherLocale(locale))}>
      <NotFound locale={locale} />
    </PageFrame>
  )
}
