import type {Metadata} from 'next'
import {WaysOn} from '#components/not-found.tsx'
import {locales} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import '#components/styles/site.css'
import {fontVariables} from './(site)/fonts.ts'

export const metadata: Metadata = {
  title: locales.map((locale) => messagesIn(locale).notFound.title).join(' / '),
}

/** An address whose first segment is no language of ours: it says nothing about the visitor's, so both are given. */
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
                <WaysOn locale={locale} />
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}
