import {draftIdOf, isDraftId, isVersionId, type Json, publishedIdOf} from '../document.ts'
import type {History} from './history.ts'

/**
 * The event that a transaction is for a document, from the log: created, published, unpublished, deleted.
 * Edits are not events: the Studio reads them from the transactions. Format: Sanity's history events API.
 */
export function eventOf(history: History, seq: number, documentId: string): Json | undefined {
  const transaction = history.transaction(seq)
  if (!transaction) return undefined
  const publishedId = publishedIdOf(documentId)
  const changes = history.effectsOnVersions(seq, publishedId)
  const version = changes.find((change) => change.documentId !== publishedId)
  const published = changes.find((change) => change.documentId === publishedId)
  const base = {timestamp: transaction.timestamp, author: transaction.author, documentId: publishedId}
  const versionId = version?.documentId ?? draftIdOf(publishedId)
  const versionFields = {versionId, ...(isVersionId(versionId) ? {releaseId: versionId.split('.')[1]} : {})}
  const revisionId = transaction.transactionId

  if (version?.transition === 'disappear') {
    const versionRevisionId = version.previousRev
    if (published && published.transition !== 'disappear')
      return {
        ...base,
        ...versionFields,
        type: 'publishDocumentVersion',
        revisionId,
        versionRevisionId,
        publishCause: 'document.publish',
      }
    if (published) return {...base, type: 'deleteDocumentGroup'}
    return {...base, ...versionFields, type: 'deleteDocumentVersion', versionRevisionId}
  }
  if (published?.transition === 'disappear') {
    if (version) return {...base, ...versionFields, type: 'unpublishDocument', versionRevisionId: revisionId}
    return {...base, type: 'deleteDocumentGroup'}
  }
  if (version?.transition === 'appear')
    return {...base, ...versionFields, type: 'createDocumentVersion', versionRevisionId: revisionId}
  if (published?.transition === 'appear') return {...base, type: 'createLiveDocument', revisionId}
  if (published && !isDraftId(documentId)) return {...base, type: 'updateLiveDocument', revisionId}
  return undefined
}
