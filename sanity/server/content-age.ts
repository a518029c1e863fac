import {revalidateWebhook} from '../queries/webhook.ts'
import {client} from './client.ts'

const TIMEOUT_MS = 3_000

const NEWEST_QUERY = `{
  "documents": count(*[${revalidateWebhook.rule.filter}]),
  "newest": *[${revalidateWebhook.rule.filter}] | order(_updatedAt desc)[0]._updatedAt
}`

/**
 * The number of published documents, and when one of them last changed (ISO 8601).
 * @throws when the CMS does not answer in time, or when nothing is published.
 */
export async function contentAge(): Promise<{documents: number; newest: string}> {
  const found = await client.fetch<{documents: number; newest: string | null}>(
    NEWEST_QUERY,
    {},
    {cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS)},
  )
  if (!found.newest) throw new Error('Nothing is published in the dataset: is it the right one?')
  return {documents: found.documents, newest: found.newest}
}
