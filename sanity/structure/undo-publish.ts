import {ClientError, type SanityClient, type SanityDocument} from '@sanity/client'
import {getDraftId} from '@sanity/client/csm'

/** What a publish did. There is no previous version the first time. */
export type Publish = {previous: SanityDocument | null; published: SanityDocument}

/** `changed`: a draft or another version exists since. `needed`: a reference of another document prevents it. */
export type UndoResult = 'undone' | 'changed' | 'needed'

const referenceErrors = ['documentHasExistingReferencesError', 'documentReferenceDoesNotExistError']

/** The lake sets the others. */
function contentOf(document: SanityDocument) {
  const {_rev, _updatedAt, _system, ...content} = document
  return content
}

/**
 * Publishes the previous version again, or unpublishes what was published for the first time. What was published
 * becomes the draft. One transaction, which fails as a whole when either version has changed.
 */
export async function undoPublish(client: SanityClient, {previous, published}: Publish): Promise<UndoResult> {
  const {_id, _rev} = published
  const transaction = client
    .transaction()
    // Changes nothing: a patch is the only mutation that takes a revision.
    .patch(_id, {ifRevisionID: _rev, unset: ['_revision_check']})
    .create({...contentOf(published), _id: getDraftId(_id)})
  if (previous) transaction.createOrReplace(contentOf(previous))
  else transaction.delete(_id)
  try {
    await transaction.commit({tag: 'undo-publish'})
    return 'undone'
  } catch (error) {
    if (!(error instanceof ClientError) || error.statusCode !== 409) throw error
    return referenceErrors.some((type) => JSON.stringify(error.details).includes(type)) ? 'needed' : 'changed'
  }
}
