import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {isLocale, locales} from '#lib/locales.ts'
import {parseEnv} from '#sanity/env.ts'
import {DraftTools} from '#sanity/presentation/draft-tools.tsx'
import '#components/styles/site.css'

export const metadata: Metadata = {metadataBase: new URL(parseEnv(process.env).siteUrl)}

export const generateStaticParams = () => locales.map((locale) => ({locale}))

export default async function SiteLayout({params, children}: LayoutProps<'/[locale]'>) {
  const {locale} = await params
  if (!isLocale(locale)) notFound()
  return (
    <html lang={locale}>
      <body>
        <DraftTools locale={locale} />
        {children}
      </body>
    </html>
  )
}
