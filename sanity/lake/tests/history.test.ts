import {applyPatch} from 'mendoza'
import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

type Transaction = {
  id: string
  documentIDs: string[]
  effects: Record<string, {apply: unknown[]; revert: unknown[]}>
}

const history = <T>(path: string) => lake.client.request<T>({url: `/data/history/production/${path}`})

const transactions = async (path: string): Promise<Transaction[]> =>
  (await history<string>(`transactions/${path}`))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const revisions: string[] = []

beforeAll(async () => {
  const {client} = lake
  const recordRevision = async (write: Promise<{transactionId: string}>) =>
    revisions.push((await write).transactionId)
  await recordRevision(client.transaction().create({_id: 'drafts.h', _type: 'page', title: 'one'}).commit())
  await recordRevision(
    client
      .transaction()
      .patch('drafts.h', {set: {title: 'two'}})
      .commit(),
  )
  await recordRevision(
    client.action({actionType: 'sanity.action.document.publish', draftId: 'drafts.h', publishedId: 'h'}),
  )
  await recordRevision(
    client.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.h',
      publishedId: 'h',
      patch: {set: {title: 'three'}},
    }),
  )
  await recordRevision(
    client.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'h',
      includeDrafts: ['drafts.h'],
    }),
  )
})

describe('history', () => {
  it('returns documents at a revision, and before they were deleted', async () => {
    const titles = async (query: string) =>
      (
        await history<{documents: {_id: string; title: string}[]}>(`documents/h,drafts.h?${query}`)
      ).documents.map(({_id, title}) => `${_id} ${title}`)
    expect(await titles(`revision=${revisions[0]}`)).toEqual(['drafts.h one'])
    expect(await titles(`revision=${revisions[1]}`)).toEqual(['drafts.h two'])
    expect(await titles(`revision=${revisions[2]}`)).toEqual(['h two'])
    expect(await titles(`revision=${revisions[3]}`)).toEqual(['h two', 'drafts.h three'])
    expect(await titles(`time=${new Date().toISOString()}`)).toEqual([])
    expect(await titles('lastRevision=true')).toEqual(['h two', 'drafts.h three'])
  })

  it('returns an earlier document with its revision', async () => {
    const {documents} = await history<{documents: {_rev: string}[]}>(`documents/h?revision=${revisions[3]}`)
    expect(documents[0]?._rev).toBe(revisions[2])
  })

  it('lists transactions with effects that replay the document', async () => {
    const transactionLog = await transactions('h,drafts.h?effectFormat=mendoza&excludeContent=true')
    expect(transactionLog.map(({id}) => id)).toEqual(revisions)
    let draft: {title?: string} | null = null
    const titles = transactionLog.map(({effects}) => {
      const effect = effects['drafts.h']
      if (effect) draft = applyPatch(draft, effect.apply)
      return draft?.title
    })
    expect(titles).toEqual(['one', 'two', undefined, 'three', undefined])
  })

  it('lists a range of transactions, in reverse, of the requested document only', async () => {
    const transactionLog = await transactions(
      `h?effectFormat=mendoza&reverse=true&includeIdentifiedDocumentsOnly=true&toTransaction=${revisions[2]}`,
    )
    expect(transactionLog).toMatchObject([{id: revisions[2], documentIDs: ['h']}])
    expect(await transactions(`drafts.h?fromTransaction=${revisions[1]}&limit=2`)).toMatchObject([
      {id: revisions[1]},
      {id: revisions[2]},
    ])
  })

  it('lists the events of a document, newest first', async () => {
    type Events = {events: Record<string, {type: string; versionRevisionId?: string}[]>; nextCursor: string}
    const {events, nextCursor} = await history<Events>('events/documents/drafts.h?limit=3')
    expect(events['drafts.h']).toMatchObject([
      {type: 'deleteDocumentGroup'},
      {type: 'createDocumentVersion', versionId: 'drafts.h', versionRevisionId: revisions[3]},
      {type: 'publishDocumentVersion', revisionId: revisions[2], versionRevisionId: revisions[1]},
    ])
    const rest = await history<Events>(`events/documents/drafts.h?limit=3&nextCursor=${nextCursor}`)
    expect(rest).toMatchObject({events: {'drafts.h': [{type: 'createDocumentVersion'}]}, nextCursor: ''})
  })
})
