'use client' // Exchanges messages with the Presentation tool around it. Rendered in draft mode only.

import {useRouter} from 'next/navigation'
import {VisualEditing} from 'next-sanity/visual-editing'
import {useEffect} from 'react'

/** How long the overlays show a refresh as running. `router.refresh()` does not report its end. */
const REFRESH_SHOWN_MS = 500

/** A message from the Studio about a write to any document (`@sanity/presentation-comlink`). */
const isMutationMessage = ({origin, data}: MessageEvent) =>
  origin === location.origin &&
  data?.type === 'presentation/snapshot-event' &&
  data.data?.event?.type === 'mutation'

/**
 * Clickable fields and live drafts. By default, next-sanity 13 does nothing when a draft changes. The
 * Presentation tool requests a refresh one second after a write, and only for the open document. But it
 * forwards every write at once, so this listens to those messages too. Cost: a second refresh. It also helps
 * when the Content Lake's queries lag behind.
 */
export function PreviewOverlays() {
  const router = useRouter()
  useEffect(() => {
    const refresh = (event: MessageEvent) => isMutationMessage(event) && router.refresh()
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
