import 'server-only'
import type {ClientReturn, QueryParams} from '@sanity/client'
import {cookies, draftMode} from 'next/headers'
import {resolvePerspectiveFromCookies} from 'next-sanity/live'
import {printable} from '#lib/parsing/printable.ts'
import {REVALIDATE_SECONDS} from '#lib/server/cache/revalidate-interval.ts'
import {isBuild} from '#lib/server/config.ts'
import {networksTag} from '../queries/tags.ts'
import {client} from './client.ts'
import {readToken} from './token.ts'

type Request<Query extends string> = {
  query: Query
  params?: QueryParams
  /**
   * What the query *could* match, not what it matched: the missing document must be able to revalidate a
   * cached 404.
   */
  tags: string[]
  /** An empty answer is no sign of trouble. */
  isOptional?: boolean
}

const isNothing = (answer: unknown): boolean =>
  answer === null || answer === 0 || (typeof answer === 'object' && Object.values(answer).every(isNothing))

/**
 * A CMS in trouble may return an empty result although there is content. A dataset without any network counts
 * as that, except in a build: a new project starts empty.
 */
async function assertHasContent() {
  const next = {tags: [networksTag], revalidate: REVALIDATE_SECONDS}
  const networks: unknown = await client.fetch('count(*[_type == "network"])', {}, {next})
  if (!isBuild() && !(Number(networks) > 0)) {
    throw new Error('The CMS returned no network at all. Is it in trouble, or is the dataset the wrong one?')
  }
}

/**
 * Published content, cached under its tags. It works without a request: in generateStaticParams and the
 * sitemap.
 * @throws when the CMS fails, so that Next keeps the last good page.
 */
export async function publishedFetch<const Query extends string>({
  query,
  params = {},
  tags,
  isOptional = false,
}: Request<Query>) {
  const answer = await client.fetch(query, params, {next: {tags, revalidate: REVALIDATE_SECONDS}})
  // The client accepts a response that is not JSON. Its result is undefined.
  if (answer === undefined) throw new Error('The CMS sent a response without a result.')
  if (!isOptional && isNothing(answer)) await assertHasContent()
  return printable(answer)
}

type RequestForAll<Query extends string> = Request<Query> & {
  /** Rows in one request. The response must stay under 2 MB, the limit of Next's cache, also on Vercel. */
  part?: number
}

/** All rows of a query that returns a part of them (`[$start...$end]`). */
async function fetchAll<const Query extends string>(
  fetch: (request: Request<Query>) => Promise<unknown>,
  {query, params, tags, part = 500}: RequestForAll<Query>,
): Promise<ClientReturn<Query>> {
  const rows: unknown[] = []
  for (let start = 0; ; start += part) {
    const found = await fetch({query, params: {...params, start, end: start + part}, tags})
    if (!Array.isArray(found)) throw new TypeError('The CMS did not send a list.')
    rows.push(...found)
    if (found.length < part) return rows as ClientReturn<Query>
  }
}

export const publishedFetchAll = <const Query extends string>(request: RequestForAll<Query>) =>
  fetchAll<Query>(publishedFetch, request)

/** `sanityFetch` for all rows. */
export const sanityFetchAll = <const Query extends string>(request: RequestForAll<Query>) =>
  fetchAll<Query>(sanityFetch, request)

/** The editor's choice in the Studio: drafts, published content, or a release on top of the drafts. */
export async function previewPerspective() {
  return resolvePerspectiveFromCookies({cookies: await cookies()})
}

/** The title of a content release. Its id when it has no title or the CMS does not answer. */
export async function releaseTitle(releaseId: string): Promise<string> {
  const release = await client
    .withConfig({token: readToken, perspective: 'raw'})
    .releases.get({releaseId})
    .catch(() => undefined)
  return release?.metadata.title || releaseId
}

/** Published content for visitors. In draft mode the perspective that the editor chose, never cached. */
export async function sanityFetch<const Query extends string>(request: Request<Query>) {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return publishedFetch(request)
  if (!readToken) {
    throw new Error('Previewing drafts needs SANITY_API_READ_TOKEN; see .env.example.')
  }
  const answer = await client
    .withConfig({token: readToken, perspective: await previewPerspective(), stega: false})
    .fetch(request.query, request.params ?? {}, {cache: 'no-store'})
  return printable(answer)
}
