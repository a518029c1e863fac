import type {SanityClient} from '@sanity/client'
import {apiVersion, SECRET_TTL, schemaIdSingleton} from '@sanity/preview-url-secret/constants'
import type {PreviewSession} from '#lib/server/preview/session-token.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How long a shared link opens previews. Long enough for a colleague who reads mail once a week. */
export const SHARE_DAYS = 7
/** A preview that a shared link opened ends after a working day. */
const SHARED_SESSION_MS = 12 * HOUR_MS
/**
 * The Studio's own secrets live for an hour. The Presentation tool then makes the next one and opens the preview in its
 * frame with that; the margin is for the time in between.
 */
const STUDIO_SESSION_MS = SECRET_TTL * 1000 + 5 * MINUTE_MS

export type PreviewSecret = Pick<PreviewSession, 'secretId' | 'secretRevision' | 'expires'>

const rawReader = (client: SanityClient) =>
  client.withConfig({apiVersion, perspective: 'raw', useCdn: false, resultSourceMap: false, stega: false})

/**
 * The document of a preview secret, and when a session that it opens now has to end: in the past for a shared link that is
 * too old. Whether the secret is valid is for `validatePreviewUrl` to say, which has no limit for shared links.
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

/** How long a closed preview may still be open: each check asks the CMS. */
const FRESH_MS = 2_000
/** Secrets that previews are open with at the same time. Beyond it, the CMS is asked more often. */
const MAX_ANSWERS = 100
/** A page of a preview waits for the answer. */
const TIMEOUT_MS = 3_000

/**
 * Says whether the secret that opened a session is still there as it was: turning sharing off changes it, and the Studio
 * deletes what has expired.
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
        if (typeof answer !== 'boolean') throw new TypeError('The CMS gave an answer without a result.')
        return answer
      })
    if (answers.size >= MAX_ANSWERS) answers.clear()
    answers.set(key, {at: performance.now(), isThere})
    return isThere
  }
}
