'use client' // Next renders error boundaries in the browser.

import {Unavailable} from '#components/unavailable.tsx'
import '#components/styles/site.css'
import {fontVariables} from './(site)/fonts.ts'

/** The error page of a preview, where React runs in the browser. Visitors get (site)/[locale]/500. */
export default function GlobalError() {
  return (
    <html lang="cs" className={fontVariables}>
      <body>
        <Unavailable />
      </body>
    </html>
  )
}
