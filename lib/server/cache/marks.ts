import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {clock} from '../clock.ts'

/**
 * Marks tags as Next's own cache does (next 16.3.5), but by the clock that entries are dated by: Next takes that of the
 * machine here, and everywhere else one that does not step.
 */
export function mark(tags: string[], durations?: {expire?: number | undefined}) {
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
const LATEST_MS = 5_000

/**
 * When something was marked that another server tells of, by this server's clock. Later than it can be, or much earlier
 * though told just now: a clock has stepped since the two were compared, so it counts from now on. Pages made meanwhile
 * are made once more.
 */
export function markedAt(told: number, {isNews, now = clock.now()}: {isNews: boolean; now?: number}): number {
  return told > now || (isNews && now - told > LATEST_MS) ? now : told
}
