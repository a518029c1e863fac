import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {clock} from '../clock.ts'

/**
 * Makes tags stale as Next's own cache does (next 16.4.6), but by the clock that entry timestamps use. Next
 * uses the machine's clock here, and a monotonic one everywhere else.
 */
export function revalidateTags(tags: string[], durations?: {expire?: number | undefined}) {
  const now = clock.now()
  for (const tag of tags) {
    const known = tagsManifest.get(tag)
    if (!durations) tagsManifest.set(tag, {...known, expired: now})
    else {
      const expired = durations.expire === undefined ? known?.expired : now + durations.expire * 1000
      tagsManifest.set(tag, {...known, stale: now, ...(expired !== undefined && {expired})})
    }
  }
}

/** Longer than a message takes from one server to another. */
const MAX_DELIVERY_MS = 5_000

/**
 * Corrects the time at which another server made a tag stale; all times by this server's clock. A time in the
 * future, or a live message that seems too old, means that a clock has stepped since the two were compared.
 * The tag is then stale from now on. Cost: pages rendered in between are rendered once more.
 */
export function correctedStaleTime(
  reported: number,
  {isLive, now = clock.now()}: {isLive: boolean; now?: number},
): number {
  return reported > now || (isLive && now - reported > MAX_DELIVERY_MS) ? now : reported
}
