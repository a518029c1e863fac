import type {Metadata} from 'next'
import {Unavailable} from '#components/unavailable.tsx'

export const metadata: Metadata = {
  title: 'Stránku teď nelze zobrazit / The page can’t be shown right now',
  robots: {index: false},
}

/**
 * The error page for a page that can't be rendered and has no earlier version. Next's own needs scripts. So
 * the site server sends this page (lib/server/http/error-pages.ts).
 */
export default function StaticError() {
  return <Unavailable />
}
