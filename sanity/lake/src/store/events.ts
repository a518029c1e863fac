import {draftIdOf, isDraftId, isVersionId, type Json, publishedIdOf} from '../document.ts'
import type {History} from './history.ts'

/**
 * The events of a document's life, told from the log: created, published, unpublished, deleted. Edits aren't
 * among them: the Studio reads those from the transactions itself. Shapes: Sanity's history events API.
 */
export function eventOf(history: History, seq: number, documentId: string): Json | undefined {
  const transaction = history.transaction(seq)
  if (!transaction) return undefined
  const publishedId = publishedIdOf(documentId)
  const changes = history.versionsIn(seq, publishedId)
  const version = changes.find((change) => change.documentId !== publishedId)
  const published = changes.find((change) => change.documentId === publishedId)
  const base = {timestamp: transaction.timestamp, author: transaction.author, documentId: publishedId}
  const versionId = version?.documentId ?? draftIdOf(publishedId)
  const ofVersion = {versionId, ...(isVersionId(versionId) ? {releaseId: versionId.split('.')[1]} : {})}
  const revisionId = transaction.transactionId

  if (version?.transition === 'disappear') {
    const versionRevisionId = version.previousRev
    if (published && published.transition !== 'disappear')
      return {
        ...base,
        ...ofVersion,
        type: 'publishDocumentVersion',
        revisionId,
        versionRevisionId,
        publishCause: 'document.publish',
      }
    if (published) return {...base, type: 'deleteDocumentGroup'}
    return {...base, ...ofVersion, type: 'deleteDocumentVersion', versionRevisionId}
  }
  if (published?.transition === 'disappear') {
    if (version) return {...base, ...ofVersion, type: 'unpublishDocument', versionRevisionId: revisionId}
    return {...base, type: 'deleteDocumentGroup'}
  }
  if (version?.transition === 'appear')
    return {...base, ...ofVersion, type: 'createDocumentVersion', versionRevisionId: revisionId}
  if (published?.transition === 'appear') return {...base, type: 'createLiveDocument', revisionId}
  if (published && !isDraftId(documentId)) return {...base, type: 'updateLiveDocument', revisionId}
  return undefined
}
