import 'server-only'
import type {QueryParams} from '@sanity/client'
import {cookies, draftMode} from 'next/headers'
import {resolvePerspectiveFromCookies} from 'next-sanity/live'
import {client} from './client.ts'
import {readToken} from './token.ts'

type Request<Query extends string> = {
  query: Query
  params?: QueryParams
  /** What the query *could* match, never what it did: a cached 404 must be revivable. */
  tags: string[]
}

/** A lost webhook costs at most this many seconds of staleness. */
const SAFETY_NET_SECONDS = 3600

/**
 * Published content, cached under its tags. Safe where there is no request: generateStaticParams, the sitemap.
 * Throws when the CMS fails, so that Next keeps the last good page.
 */
export async function publishedFetch<const Query extends string>({query, params = {}, tags}: Request<Query>) {
  return client.fetch(query, params, {next: {tags, revalidate: SAFETY_NET_SECONDS}})
}

/** Published content for visitors; in draft mode the perspective the editor chose, read afresh each time. */
export async function sanityFetch<const Query extends string>(request: Request<Query>) {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return publishedFetch(request)
  if (!readToken) {
    throw new Error('Previewing drafts needs SANITY_API_READ_TOKEN; see .env.example.')
  }
  const perspective = await resolvePerspectiveFromCookies({cookies: await cookies()})
  return client
    .withConfig({token: readToken, perspective, stega: false})
    .fetch(request.query, request.params ?? {}, {cache: 'no-store'})
}
