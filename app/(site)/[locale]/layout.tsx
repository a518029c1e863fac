import type {Metadata, Viewport} from 'next'
import {draftMode} from 'next/headers'
import {notFound} from 'next/navigation'
import {DraftTools} from '#app/(site)/[locale]/draft-tools.tsx'
import {isLocale, locales} from '#lib/i18n/locales.ts'
import {config} from '#lib/server/config.ts'
import '#components/styles/site.css'
import {fontVariables} from '../fonts.ts'

export const metadata: Metadata = {metadataBase: new URL(config.siteUrl)}

/** The background of the page (components/styles/base.css), for the browser's own bars. */
export const viewport: Viewport = {
  themeColor: [
    {media: '(prefers-color-scheme: light)', color: '#fff'},
    {media: '(prefers-color-scheme: dark)', color: '#101614'},
  ],
}

/**
 * Speculation rules: browsers with support prefetch a page while the pointer rests on its link, without a
 * script. Data files, pictures and the Studio are not prefetched.
 */
const speculationRules = JSON.stringify({
  prefetch: [{where: {href_matches: locales.map((locale) => `/${locale}/*`)}, eagerness: 'moderate'}],
})

export const generateStaticParams = () => locales.map((locale) => ({locale}))

export default async function SiteLayout({params, children}: LayoutProps<'/[locale]'>) {
  const {locale} = await params
  if (!isLocale(locale)) notFound()
  const {isEnabled} = await draftMode()
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <DraftTools locale={locale} />
        {children}
        {!isEnabled && (
          <script
            type="speculationrules"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant
            dangerouslySetInnerHTML={{__html: speculationRules}}
          />
        )}
      </body>
    </html>
  )
}
