import type {Metadata} from 'next'
import {Unavailable} from '#components/unavailable.tsx'

export const metadata: Metadata = {
  title: 'Stránku teď nelze zobrazit / The page can’t be shown right now',
  robots: {index: false},
}

/**
 * The server's answer when a page that was never good before can't be made. Next's own is English, drawn with scripts
 * and styles that visitors' pages don't allow: lib/server/cache/postbuild.ts puts this one in its place.
 */
export default function StaticError() {
  return <Unavailable />
}
