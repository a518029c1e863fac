import type {SanityClient} from '@sanity/client'
import {apiVersion, schemaIdSingleton} from '@sanity/preview-url-secret/constants'
import {cookies, draftMode} from 'next/headers'

/** Long enough for a colleague who reads mail once a week. */
export const SHARE_DAYS = 7

/** Next gives the cookie the life of the browser's session, which may be months. A working day is enough. */
const DRAFT_MODE_SECONDS = 12 * 60 * 60

const draftModeCookie = '__prerender_bypass'

/**
 * Whether this is the secret of the shared link and too old. Sanity lets such links live until someone turns sharing
 * off (`validatePreviewUrl` looks at the age of the Studio's own secrets only), and a forgotten one shows drafts for ever.
 */
export async function isExpiredShare(
  client: SanityClient,
  secret: string,
  now = Date.now(),
): Promise<boolean> {
  const query = '*[_id == $id && secret == $secret][0]._updatedAt'
  const shared = await client
    .withConfig({apiVersion})
    .fetch<string | null>(query, {id: schemaIdSingleton, secret}, {cache: 'no-store'})
  return shared !== null && now - Date.parse(shared) > SHARE_DAYS * 24 * 60 * 60 * 1000
}

/** Ends draft mode by itself in the browser that just entered it, if it did. */
export async function limitDraftMode() {
  // Whoever was not let in may have brought a cookie along; it stays theirs.
  if (!(await draftMode()).isEnabled) return
  const jar = await cookies()
  const cookie = jar.get(draftModeCookie)
  if (cookie?.value) jar.set({...cookie, maxAge: DRAFT_MODE_SECONDS})
}
