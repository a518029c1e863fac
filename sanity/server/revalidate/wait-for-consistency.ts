import {clock} from '#lib/server/clock.ts'
import {client} from '#sanity/server/client.ts'
import type {Change} from './affected.ts'

const PATIENCE_MS = 3_000
const PAUSE_MS = 100

/**
 * A hosted dataset answers queries a moment behind its webhooks. Waits until queries show the change the webhook
 * tells of, or a newer one (after a delete: none), so that no page is renewed from old content.
 * Costs one query where the answer is up to date at once, as the embedded lake's always is.
 */
export async function untilVisible({_id, _updatedAt}: Pick<Change, '_id' | '_updatedAt'>) {
  const deadline = clock.now() + PATIENCE_MS
  while (clock.now() < deadline) {
    const visible = await client.fetch<string | null>(
      '*[_id == $id][0]._updatedAt',
      {id: _id},
      {cache: 'no-store'},
    )
    const arrived = _updatedAt ? visible !== null && visible >= _updatedAt : visible === null
    if (arrived) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
