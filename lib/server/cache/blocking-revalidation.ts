import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {clock} from '../clock.ts'
import {loopbackOrigin} from '../http/own-origin.ts'
import {renew} from './on-demand-revalidation.ts'
import {REVALIDATE_SECONDS} from './revalidate-interval.ts'

/** The webhook has pages that matter made anew itself; until then visitors get the old one at once. */
const GRACE_MS = 1_000
/** How long a visitor waits for a page that nobody has made anew; then the old one is shown. */
const TIMEOUT_MS = 1_500
/** When a page could not be made anew, visitors wait for none for this long: the CMS is down. */
const COOLDOWN_MS = 30_000

const kindsOfPage = ['APP_PAGE', 'APP_ROUTE']

type Entry = {
  lastModified?: number | undefined
  value: {kind: string; headers?: Record<string, unknown> | undefined} | null
} | null

const tagsOfValue = new WeakMap<object, string[]>()

function tagsOf(entry: Entry): string[] {
  if (!entry?.value || !kindsOfPage.includes(entry.value.kind)) return []
  const known = tagsOfValue.get(entry.value)
  if (known) return known
  const header = entry.value.headers?.['x-next-cache-tags']
  const tags = typeof header === 'string' ? header.split(',') : []
  tagsOfValue.set(entry.value, tags)
  return tags
}

/** When something that an entry shows was last published after it was made; undefined when it is up to date. */
export function staleSince(entry: Entry): number | undefined {
  let newest = entry?.lastModified ?? 0
  let since: number | undefined
  for (const tag of tagsOf(entry)) {
    const marked = tagsManifest.get(tag)?.stale ?? 0
    if (marked > newest) newest = since = marked
  }
  return since
}

/**
 * Whether a page is older than any visitor should see: something it shows was published more than a moment ago, or it
 * is older than the revalidate interval. Pages without content (they have only Next's own tags) never need it.
 */
export function needsBlockingRevalidation(entry: Entry, now = clock.now()): boolean {
  const stale = staleSince(entry)
  if (stale !== undefined) return now - stale > GRACE_MS
  const showsContent = tagsOf(entry).some((tag) => !tag.startsWith('_N_T_'))
  return showsContent && now - (entry?.lastModified ?? now) > REVALIDATE_SECONDS * 1000 + GRACE_MS
}

const underWay = new Map<string, Promise<void>>()
let restUntil = 0

async function revalidateByRequest(path: string) {
  try {
    await renew(loopbackOrigin() + path, TIMEOUT_MS)
  } catch {
    // Whatever threw has been logged by the request that it failed; the page stays as it was.
    restUntil = clock.now() + COOLDOWN_MS
  }
}

/** Has an overdue page made anew before it is shown, once for all who wait for it. Never throws, never waits for long. */
export async function revalidateBlocking(path: string): Promise<void> {
  if (clock.now() < restUntil) return
  const renewal = underWay.get(path) ?? revalidateByRequest(path).finally(() => underWay.delete(path))
  underWay.set(path, renewal)
  await renewal
}
