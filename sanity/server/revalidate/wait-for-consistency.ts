import {clock} from '#lib/server/clock.ts'
import {client} from '#sanity/server/client.ts'
import type {Change} from './affected.ts'

const TIMEOUT_MS = 3_000
const POLL_INTERVAL_MS = 100

/**
 * On a hosted dataset, queries lag a moment behind webhooks. Waits until queries return the change of the
 * webhook or a newer one (after a delete: nothing), so that no page is revalidated from old content. Costs
 * one query when the first result is consistent. On the embedded lake it always is.
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
