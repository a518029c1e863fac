'use client' // Talks to the Presentation tool around it; only ever rendered in draft mode.

import {useRouter} from 'next/navigation'
import {VisualEditing} from 'next-sanity/visual-editing'
import {useEffect} from 'react'

/** How long the overlays show that a refresh is under way; the refresh itself reports no end. */
const REFRESH_SHOWN_MS = 500

/** The Studio's own frame around this page, telling of a write to any document (`@sanity/presentation-comlink`). */
const tellsOfChange = ({origin, data}: MessageEvent) =>
  origin === location.origin &&
  data?.type === 'presentation/snapshot-event' &&
  data.data?.event?.type === 'mutation'

/**
 * Clickable fields and live drafts. Left alone, next-sanity 13 does nothing when a draft changes. The Presentation tool
 * asks for a refresh a second after a write, and only for the document that is open; it passes every write on at once,
 * so we listen to those too. It costs a second refresh, which also serves a Content Lake whose queries lag behind.
 */
export function PreviewOverlays() {
  const router = useRouter()
  useEffect(() => {
    const refresh = (event: MessageEvent) => tellsOfChange(event) && router.refresh()
    addEventListener('message', refresh)
    return () => removeEventListener('message', refresh)
  }, [router])
  return (
    <VisualEditing
      refresh={() => {
        router.refresh()
        return new Promise((resolve) => setTimeout(resolve, REFRESH_SHOWN_MS))
      }}
    />
  )
}
