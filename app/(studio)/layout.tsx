import type {ReactNode} from 'react'

export {metadata, viewport} from 'next-sanity/studio'

/** The Studio brings its own styles; the site's never reach it. */
export default function StudioLayout({children}: {children: ReactNode}) {
  return (
    <html lang="cs">
      <body style={{margin: 0}}>{children}</body>
    </html>
  )
}
