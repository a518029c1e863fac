import type {MutationEvent, SanityClient} from '@sanity/client'
import {type ChangeRecord, changesBetween, networkIdOf} from '#lib/content/change-record.ts'

/** A listener without drafts and versions gets the published documents only. */
const PUBLISHED_QUERY = '*[_type in ["network", "membership"]]'

type Version = {_id: string; _type: string; [field: string]: unknown}
type Event = Pick<MutationEvent, 'documentId' | 'transactionId'> & {
  result?: Version | null | undefined
  previous?: Version | null | undefined
}

/**
 * One id for each change of a document, whichever Studio stores it: several open Studios see the same change.
 * An id has 128 characters at most, and no dot: documents with a dot are private.
 */
const recordId = ({transactionId, documentId}: Event) =>
  `change-${transactionId}-${documentId}`.replace(/[^a-zA-Z0-9_-]/g, '-').slice(0, 128)

/** The record of a change. Undefined when readers see no difference. */
async function recordOf(client: SanityClient, event: Event): Promise<ChangeRecord | undefined> {
  const before = event.previous ?? undefined
  const after = event.result ?? undefined
  const parts = changesBetween(before, after)
  const document = after ?? before
  const networkId = document && networkIdOf(document)
  if (!networkId || parts.length === 0) return undefined
  const name = await client.fetch<ChangeRecord['networkName'] | null>(
    '*[_id == $networkId][0].name{cs, en}',
    {networkId},
    {tag: 'record-changes.name'},
  )
  const networkName = name ?? (document._type === 'network' ? (document.name as typeof name) : undefined)
  return {_id: recordId(event), _type: 'change', networkId, ...(networkName && {networkName}), parts}
}

/**
 * Stores a record of every published change while this Studio is open, also of those that others make. A
 * publish is never delayed by it. The cost: one listener, and one request for each change and open Studio.
 */
export function recordChanges(client: SanityClient) {
  return client
    .listen<Version>(
      PUBLISHED_QUERY,
      {},
      {
        events: ['mutation'],
        includeResult: true,
        includePreviousRevision: true,
        includeMutations: false,
        visibility: 'query',
        tag: 'record-changes',
      },
    )
    .subscribe({
      next: async (event) => {
        try {
          const record = event.type === 'mutation' && (await recordOf(client, event as Event))
          if (record) await client.createIfNotExists(record, {tag: 'record-changes.store'})
        } catch (error) {
          console.error('A change could not be recorded for the feed.', error)
        }
      },
      error: (error: unknown) => console.error('Changes are not recorded for the feed any more.', error),
    })
}
