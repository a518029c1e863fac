import type {SanityClient} from '@sanity/client'
import {apiVersion, SECRET_TTL, schemaIdSingleton} from '@sanity/preview-url-secret/constants'
import type {PreviewSession} from '#lib/server/preview/session-token.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How long a shared link opens previews: enough for a colleague who reads mail once a week. */
export const SHARE_DAYS = 7
/** A preview from a shared link ends after a working day. */
const SHARED_SESSION_MS = 12 * HOUR_MS
/**
 * A secret of the Studio is valid for an hour. Then the Presentation tool creates the next one and reopens
 * the preview in its frame. The margin covers the time in between.
 */
const STUDIO_SESSION_MS = SECRET_TTL * 1000 + 5 * MINUTE_MS

export type PreviewSecret = Pick<PreviewSession, 'secretId' | 'secretRevision' | 'expires'>

const rawReader = (client: SanityClient) =>
  client.withConfig({apiVersion, perspective: 'raw', useCdn: false, resultSourceMap: false, stega: false})

/**
 * The document of a preview secret, and when a session that it opens now must end. For a shared link that is
 * too old, the end is in the past. `validatePreviewUrl` checks that the secret is valid, but it has no limit
 * for shared links.
 */
export async function findPreviewSecret(
  client: SanityClient,
  secret: string,
  now = Date.now(),
): Promise<PreviewSecret | undefined> {
  const query =
    '*[_type in ["sanity.previewUrlSecret", "sanity.previewUrlShareAccess"] && secret == $secret][0]{_id, _rev, _updatedAt}'
  type Found = {_id: string; _rev: string; _updatedAt: string} | null
  const found = await rawReader(client).fetch<Found>(query, {secret}, {cache: 'no-store'})
  if (!found) return undefined
  const updated = Date.parse(found._updatedAt)
  const expires =
    found._id === schemaIdSingleton
      ? Math.min(updated + SHARE_DAYS * 24 * HOUR_MS, now + SHARED_SESSION_MS)
      : updated + STUDIO_SESSION_MS
  return {secretId: found._id, secretRevision: found._rev, expires}
}

/** How long a result is reused. A closed preview may stay open that long. */
const FRESH_MS = 2_000
/** Results in memory. With more secrets in use at once, the CMS gets more queries. */
const MAX_ANSWERS = 100
/** The page of a preview waits this long. */
const TIMEOUT_MS = 3_000

/**
 * Checks that the secret of a session still exists in the same revision. Turning sharing off changes it, and
 * the Studio deletes expired secrets.
 * @returns a function that throws when the CMS does not answer.
 */
export function secretCheck(client: SanityClient) {
  const reader = rawReader(client).withConfig({timeout: TIMEOUT_MS, maxRetries: 0})
  const answers = new Map<string, {at: number; isThere: Promise<boolean>}>()
  return ({secretId, secretRevision}: Omit<PreviewSecret, 'expires'>): Promise<boolean> => {
    const key = `${secretId} ${secretRevision}`
    const known = answers.get(key)
    if (known && performance.now() - known.at < FRESH_MS) return known.isThere
    const query = 'count(*[_id == $secretId && _rev == $secretRevision && defined(secret)]) == 1'
    const isThere = reader
      .fetch<unknown>(query, {secretId, secretRevision}, {cache: 'no-store'})
      .then((answer) => {
        if (typeof answer !== 'boolean') throw new TypeError('The CMS sent a response without a result.')
        return answer
      })
    if (answers.size >= MAX_ANSWERS) answers.clear()
    answers.set(key, {at: performance.now(), isThere})
    return isThere
  }
}
