import type {Metadata} from 'next'
import {NotFoundMessage} from '#components/not-found.tsx'
import {locales} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import '#components/styles/site.css'

export const metadata: Metadata = {
  title: locales.map((locale) => messagesIn(locale).notFound.title).join(' / '),
}

/** An address whose first segment is no language of ours: it says nothing about the visitor's, so both are given. */
export default function GlobalNotFound() {
  return (
    <html lang="cs">
      <body>
        <main>
          <NotFoundMessage locale="cs" />
          <div lang="en">
            <NotFoundMessage locale="en" headingLevel={2} />
          </div>
        </main>
      </body>
    </html>
  )
}
