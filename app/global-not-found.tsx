import type {Metadata} from 'next'
import {NotFoundLinks} from '#components/not-found.tsx'
import {siteTexts} from '#lib/content/site-texts.ts'
import {locales} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import '#components/styles/site.css'
import {fontVariables} from './(site)/fonts.ts'

export const metadata: Metadata = {
  title: locales.map((locale) => messagesIn(locale).notFound.title).join(' / '),
}

/** The 404 page of a path without a locale. In both languages, because the visitor's language is unknown. */
export default function GlobalNotFound() {
  return (
    <html lang="cs" className={fontVariables}>
      <body>
        <main id="main_content">
          {locales.map((locale) => {
            const {notFound} = messagesIn(locale)
            const Heading = locale === 'cs' ? 'h1' : 'h2'
            return (
              <section key={locale} lang={locale}>
                <Heading>{notFound.title}</Heading>
                <p className="lead">{notFound.text}</p>
                <NotFoundLinks locale={locale} texts={siteTexts(null, locale)} />
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}
