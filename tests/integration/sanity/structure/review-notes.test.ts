import {beforeEach, expect, test} from 'vitest'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {
  askForReview,
  NOTES_OF_DOCUMENT_QUERY,
  NOTES_QUERY,
  type ReviewNote,
  reopen,
  settle,
} from '#sanity/structure/review-notes/review-note.ts'

const lake = lakeForTests()
const since = '2026-11-01T00:00:00Z'
const now = new Date('2026-11-27T10:00:00Z')

const asked = {documentType: 'network', askedBy: 'named-Jana', askedOf: '', text: ''}
const options = {perspective: 'drafts'} as const
const onHome = () => lake.client.fetch<ReviewNote[]>(NOTES_QUERY, {since}, options)
const inForm = (documentId: string) =>
  lake.client.fetch<ReviewNote[]>(NOTES_OF_DOCUMENT_QUERY, {documentId}, options)

beforeEach(async () => {
  await lake.client.delete({query: '*[_type in ["reviewNote", "network"]]'})
  await lake.client.create({_id: 'published', _type: 'network'})
  await lake.client.create({_id: 'drafts.written', _type: 'network'})
})

test('a note is shown on the home and with its document, published or not', async () => {
  await askForReview(lake.client, {...asked, documentId: 'published', text: ' Is the year right? '})
  await askForReview(lake.client, {...asked, documentId: 'written', askedOf: 'Petr '})
  expect(await onHome()).toMatchObject([
    {documentId: 'written', askedOf: 'Petr', text: null},
    {documentId: 'published', askedOf: null, text: 'Is the year right?'},
  ])
  expect(await inForm('published')).toMatchObject([{askedBy: 'named-Jana', settledAt: null}])
})

test('a settled note leaves the form and stays on the home for a week, below the open ones', async () => {
  await askForReview(lake.client, {...asked, documentId: 'published', text: 'open'})
  await askForReview(lake.client, {...asked, documentId: 'published', text: 'done'})
  const [done] = await inForm('published')
  if (!done) throw new Error('no note')
  await settle(lake.client, done, 'named-Petr', now)
  // A colleague who clicks a moment later does not take it over.
  await settle(lake.client, done, 'named-Eva', now)
  expect(await inForm('published')).toMatchObject([{text: 'open'}])
  expect(await onHome()).toMatchObject([{text: 'open'}, {text: 'done', settledBy: 'named-Petr'}])
  const later = {since: '2026-11-27T10:00:00.001Z'}
  expect(await lake.client.fetch(NOTES_QUERY, later, options)).toMatchObject([{text: 'open'}])
  await reopen(lake.client, done)
  expect(await inForm('published')).toHaveLength(2)
})

test('a note of a deleted document is not shown', async () => {
  await askForReview(lake.client, {...asked, documentId: 'published'})
  await lake.client.delete('published')
  expect(await onHome()).toEqual([])
})

test('readers without credentials see no note, and a note does not count as a use of its document', async () => {
  const {_id} = await askForReview(lake.client, {...asked, documentId: 'published', text: 'secret'})
  for (const perspective of ['raw', 'published'] as const)
    expect(await lake.visitor.fetch('*[_type == "reviewNote"]', {}, {perspective})).toEqual([])
  expect(await lake.visitor.getDocument(_id)).toBeUndefined()
  expect(await lake.client.fetch('*[references("published")]')).toEqual([])
})
