import {draftIdOf, isDraftId, isVersionId, type Json, publishedIdOf} from '../document.ts'
import type {Commit} from './store.ts'

/**
 * The events of a document's life, told from the log: created, published, unpublished, deleted. Edits aren't
 * among them: the Studio reads those from the transactions itself. Shapes: Sanity's history events API.
 */
export function eventOf(commit: Commit, documentId: string): Json | undefined {
  const publishedId = publishedIdOf(documentId)
  const version = commit.changes.find(
    (change) => change.documentId !== publishedId && publishedIdOf(change.documentId) === publishedId,
  )
  const published = commit.changes.find((change) => change.documentId === publishedId)
  const base = {timestamp: commit.timestamp, author: commit.author, documentId: publishedId}
  const versionId = version?.documentId ?? draftIdOf(publishedId)
  const ofVersion = {versionId, ...(isVersionId(versionId) ? {releaseId: versionId.split('.')[1]} : {})}
  const revisionId = commit.transactionId

  if (version?.before && !version.after) {
    const versionRevisionId = version.before._rev
    if (published?.after)
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
  if (published?.before && !published.after) {
    if (version?.after)
      return {...base, ...ofVersion, type: 'unpublishDocument', versionRevisionId: revisionId}
    return {...base, type: 'deleteDocumentGroup'}
  }
  if (version && !version.before)
    return {...base, ...ofVersion, type: 'createDocumentVersion', versionRevisionId: revisionId}
  if (published && !published.before) return {...base, type: 'createLiveDocument', revisionId}
  if (published && !isDraftId(documentId)) return {...base, type: 'updateLiveDocument', revisionId}
  return undefined
}
