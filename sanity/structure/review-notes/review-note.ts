import type {SanityClient} from '@sanity/client'

export const maxTextLength = 500

/** A request of one editor to look at a document. docs/decisions/061-review-notes-are-private-documents.md */
export type ReviewNote = {
  _id: string
  _rev: string
  _createdAt: string
  /** The published id. Not a reference: Sanity would list the note as a use of the document. */
  documentId: string
  documentType: string
  askedBy: string
  /** Of whom, in the words of the one who asks. Absent: of any colleague. */
  askedOf?: string | null
  text?: string | null
  settledBy?: string | null
  settledAt?: string | null
}

const isNote = '_type == "reviewNote"'

/** A listener's filter. */
export const NOTES = `*[${isNote}]`

const fields = '_id, _rev, _createdAt, documentId, documentType, askedBy, askedOf, text, settledBy, settledAt'

export const NOTES_OF_DOCUMENT_QUERY = `*[${isNote} && documentId == $documentId && !defined(settledAt)]
  | order(_createdAt desc) {${fields}}`

/** The open notes, and those that were settled lately. A note outlives its document. */
export const NOTES_QUERY = `*[${isNote} && (!defined(settledAt) || settledAt > $since)
    && count(*[_id == ^.documentId]) > 0]
  | order(coalesce(settledAt, "9999") desc, _createdAt desc) [0...50] {${fields}}`

type Asked = Pick<ReviewNote, 'documentId' | 'documentType' | 'askedBy'> & {askedOf: string; text: string}

/** An id with a dot: neither lake shows such a document to readers without credentials. */
export const askForReview = (client: SanityClient, {askedOf, text, ...asked}: Asked) =>
  client.create(
    {
      _id: `review-note.${crypto.randomUUID()}`,
      _type: 'reviewNote',
      ...asked,
      ...(askedOf.trim() && {askedOf: askedOf.trim()}),
      ...(text.trim() && {text: text.trim()}),
    },
    {tag: 'review-note.ask'},
  )

export const settle = (client: SanityClient, note: ReviewNote, settledBy: string, now: Date) =>
  client
    .patch(note._id)
    .setIfMissing({settledBy, settledAt: now.toISOString()})
    .commit({tag: 'review-note.settle'})

export const reopen = (client: SanityClient, note: ReviewNote) =>
  client.patch(note._id).unset(['settledBy', 'settledAt']).commit({tag: 'review-note.reopen'})
