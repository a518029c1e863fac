import type {ReactNode} from 'react'
import './studio.css'

export {metadata, viewport} from 'next-sanity/studio'

/** The Studio brings its own styles; the site's never reach it. */
export default function StudioLayout({children}: {children: ReactNode}) {
  return (
    <html lang="cs">
      <body>{children}</body>
    </html>
  )
}
