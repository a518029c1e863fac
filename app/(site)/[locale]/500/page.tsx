import type {Metadata} from 'next'
import {Unavailable} from '#components/unavailable.tsx'

export const metadata: Metadata = {
  title: 'Stránku teď nelze zobrazit / The page can’t be shown right now',
  robots: {index: false},
}

/**
 * The error page for a page that can't be rendered and has no earlier version. Next's own is in English and
 * needs scripts and inline styles, which visitors' pages don't allow. lib/server/cache/postbuild.ts replaces
 * it with this one.
 */
export default function StaticError() {
  return <Unavailable />
}
