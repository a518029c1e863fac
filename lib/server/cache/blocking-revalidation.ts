import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {clock} from '../clock.ts'
import {loopbackOrigin} from '../http/own-origin.ts'
import {revalidatePage} from './on-demand-revalidation.ts'
import {REVALIDATE_SECONDS} from './revalidate-interval.ts'

/**
 * After a publish the webhook revalidates the affected pages itself. Until then visitors get the stale page
 * at once.
 */
const GRACE_MS = 1_000
/** How long a visitor waits for a blocking revalidation. After that the stale page is sent. */
const TIMEOUT_MS = 1_500
/** After a failed revalidation the CMS is probably down: for this long no visitor waits. */
const COOLDOWN_MS = 30_000

const pageKinds = ['APP_PAGE', 'APP_ROUTE']

type Entry = {
  lastModified?: number | undefined
  value: {kind: string; headers?: Record<string, unknown> | undefined} | null
} | null

const tagsOfValue = new WeakMap<object, string[]>()

function tagsOf(entry: Entry): string[] {
  if (!entry?.value || !pageKinds.includes(entry.value.kind)) return []
  const known = tagsOfValue.get(entry.value)
  if (known) return known
  const header = entry.value.headers?.['x-next-cache-tags']
  const tags = typeof header === 'string' ? header.split(',') : []
  tagsOfValue.set(entry.value, tags)
  return tags
}

/** Time of the latest publish that made the entry stale. Undefined for a fresh entry. */
export function staleSince(entry: Entry): number | undefined {
  let newest = entry?.lastModified ?? 0
  let since: number | undefined
  for (const tag of tagsOf(entry)) {
    const staleAt = tagsManifest.get(tag)?.stale ?? 0
    if (staleAt > newest) newest = since = staleAt
  }
  return since
}

/**
 * Whether a visitor must wait for a fresh page: the entry has been stale for longer than the grace time, or
 * it is older than the revalidate interval. Pages without content never need it; they have only Next's own
 * tags (`_N_T_…`).
 */
export function needsBlockingRevalidation(entry: Entry, now = clock.now()): boolean {
  const stale = staleSince(entry)
  if (stale !== undefined) return now - stale > GRACE_MS
  const showsContent = tagsOf(entry).some((tag) => !tag.startsWith('_N_T_'))
  return showsContent && now - (entry?.lastModified ?? now) > REVALIDATE_SECONDS * 1000 + GRACE_MS
}

const pending = new Map<string, Promise<void>>()
let cooldownEnds = 0

async function requestRevalidation(path: string) {
  try {
    await revalidatePage(loopbackOrigin() + path, TIMEOUT_MS)
  } catch {
    // The failed request has logged its error. The stale page stays.
    cooldownEnds = clock.now() + COOLDOWN_MS
  }
}

/** Revalidates a page and waits at most TIMEOUT_MS. Concurrent callers share one request. Never throws. */
export async function revalidateBlocking(path: string): Promise<void> {
  if (clock.now() < cooldownEnds) return
  const revalidation = pending.get(path) ?? requestRevalidation(path).finally(() => pending.delete(path))
  pending.set(path, revalidation)
  await revalidation
}
