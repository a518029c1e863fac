'use client' // Next renders error boundaries in the browser.

import {Unavailable} from '#components/unavailable.tsx'
import '#components/styles/site.css'
import {fontVariables} from './(site)/fonts.ts'

/** Seen in a preview, where React runs: it takes the place of a page that broke. Visitors get (site)/[locale]/500. */
export default function GlobalError() {
  return (
    <html lang="cs" className={fontVariables}>
      <body>
        <Unavailable />
      </body>
    </html>
  )
}
