import {describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

const documents = async (...ids: string[]) => lake.client.getDocuments(ids)

describe('document actions', () => {
  it('take a document from draft to published and back, as the Studio does', async () => {
    const {client} = lake
    await client.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'n',
      attributes: {_id: 'drafts.n', _type: 'network', title: 'A'},
      ifExists: 'fail',
    })
    await client.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.n',
      publishedId: 'n',
      patch: {set: {title: 'B'}},
    })
    expect(await documents('n', 'drafts.n')).toMatchObject([null, {title: 'B'}])

    await client.action({actionType: 'sanity.action.document.publish', draftId: 'drafts.n', publishedId: 'n'})
    expect(await documents('n', 'drafts.n')).toMatchObject([{_id: 'n', title: 'B'}, null])

    // The Studio's first edit after a publish: the first action creates the draft, the second changes it.
    await client.action([
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.n',
        publishedId: 'n',
        patch: {unset: ['_empty_action_guard_pseudo_field_']},
      },
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.n',
        publishedId: 'n',
        patch: {diffMatchPatch: {title: '@@ -1 +1,2 @@\n B\n+C\n'}},
      },
    ])
    expect(await documents('n', 'drafts.n')).toMatchObject([{title: 'B'}, {title: 'BC'}])

    await client.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.n'})
    expect(await documents('n', 'drafts.n')).toMatchObject([{title: 'B'}, null])

    await client.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: 'drafts.n',
      publishedId: 'n',
    })
    expect(await documents('n', 'drafts.n')).toMatchObject([null, {_id: 'drafts.n', title: 'B'}])

    await client.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'n',
      includeDrafts: ['drafts.n'],
    })
    expect(await documents('n', 'drafts.n')).toEqual([null, null])
  })

  it('make references strong that were weak until the publish', async () => {
    await lake.client.create({_id: 'target', _type: 'network'})
    await lake.client.create({
      _id: 'drafts.m',
      _type: 'membership',
      network: {_ref: 'target', _weak: true, _strengthenOnPublish: {type: 'network'}},
    })
    await lake.client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.m',
      publishedId: 'm',
    })
    expect(await lake.client.getDocument('m')).toMatchObject({network: {_ref: 'target'}})
    expect((await lake.client.getDocument('m'))?.network).not.toHaveProperty('_weak')
  })
})

describe('an action that fails', () => {
  it('rolls back the whole request and returns the reason', async () => {
    await lake.client.create({_id: 'kept', _type: 'network', title: 'kept'})
    const attempt = lake.client.action([
      {actionType: 'sanity.action.document.delete', publishedId: 'kept', includeDrafts: []},
      {actionType: 'sanity.action.document.publish', draftId: 'drafts.none', publishedId: 'none'},
    ])
    await expect(attempt).rejects.toMatchObject({
      statusCode: 404,
      details: {type: 'actionError', items: [{index: 1, error: {type: 'documentNotFoundError'}}]},
    })
    expect(await lake.client.getDocument('kept')).toMatchObject({title: 'kept'})
  })

  it('is refused when a strong reference would lose its target', async () => {
    await lake.client.create({_id: 'referred', _type: 'network'})
    await lake.client.create({_id: 'referring', _type: 'network', parent: {_ref: 'referred'}})
    const attempt = lake.client.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: 'drafts.referred',
      publishedId: 'referred',
    })
    await expect(attempt).rejects.toMatchObject({
      statusCode: 409,
      details: {
        type: 'actionError',
        items: [{error: {type: 'documentHasExistingReferencesError', referencingIDs: ['referring']}}],
      },
    })
  })

  it('is refused when the published document has another revision', async () => {
    await lake.client.create({_id: 'drafts.kept', _type: 'network'})
    const attempt = lake.client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.kept',
      publishedId: 'kept',
      ifPublishedRevisionId: 'another',
    })
    await expect(attempt).rejects.toMatchObject({statusCode: 409})
  })

  it.each([
    'document.variant.create',
    'document.variant.delete',
    'document.variant.edit',
    'document.variant.publish',
    'document.variant.unpublish',
    'variant.definition.create',
    'variant.definition.delete',
    'variant.definition.edit',
  ])('%s is refused with 501 and its name', async (name) => {
    const action = {actionType: `sanity.action.${name}`, releaseId: 'summer', publishedId: 'summer'}
    await expect(lake.client.action(action as never)).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringContaining(name),
    })
  })
})
