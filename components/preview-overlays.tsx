'use client' // Talks to the Presentation tool around it; only ever rendered in draft mode.

import {useRouter} from 'next/navigation'
import {VisualEditing} from 'next-sanity/visual-editing'

/** How long the overlays show that a refresh is under way; the refresh itself reports no end. */
const REFRESH_SHOWN_MS = 500

/** Clickable fields and live drafts. Left alone, next-sanity 13 does nothing when a draft changes. */
export function PreviewOverlays() {
  const router = useRouter()
  return (
    <VisualEditing
      refresh={() => {
        router.refresh()
        return new Promise((resolve) => setTimeout(resolve, REFRESH_SHOWN_MS))
      }}
    />
  )
}
