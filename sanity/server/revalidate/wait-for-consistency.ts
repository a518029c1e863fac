import {clock} from '#lib/server/clock.ts'
import {client} from '#sanity/server/client.ts'
import type {Change} from './affected.ts'

const TIMEOUT_MS = 3_000
const POLL_INTERVAL_MS = 100

/**
 * A hosted dataset answers queries a moment behind its webhooks. Waits until queries show the change the webhook
 * tells of, or a newer one (after a delete: none), so that no page is renewed from old content.
 * Costs one query where the answer is up to date at once, as the embedded lake's always is.
 */
export async function waitForConsistency({_id, _updatedAt}: Pick<Change, '_id' | '_updatedAt'>) {
  const deadline = clock.now() + TIMEOUT_MS
  while (clock.now() < deadline) {
    const visible = await client.fetch<string | null>(
      '*[_id == $id][0]._updatedAt',
      {id: _id},
      {cache: 'no-store'},
    )
    const arrived = _updatedAt ? visible !== null && visible >= _updatedAt : visible === null
    if (arrived) return
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS))
  }
}
