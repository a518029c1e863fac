import {metadata as studioMetadata, viewport as studioViewport} from 'next-sanity/studio'
import type {ReactNode} from 'react'
import './studio.css'

export const metadata = studioMetadata
export const viewport = studioViewport

/** The Studio has its own styles. The site's stylesheet is not loaded here. */
export default function StudioLayout({children}: {children: ReactNode}) {
  return (
    <html lang="cs">
      <body>{children}</body>
    </html>
  )
}
