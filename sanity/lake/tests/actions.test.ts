import {describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

const documents = async (...ids: string[]) => lake.member.getDocuments(ids)

describe('the life of a document', () => {
  it('goes from draft to published and back, as the Studio asks for it', async () => {
    const {member} = lake
    await member.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'n',
      attributes: {_id: 'drafts.n', _type: 'network', title: 'A'},
      ifExists: 'fail',
    })
    await member.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.n',
      publishedId: 'n',
      patch: {set: {title: 'B'}},
    })
    expect(await documents('n', 'drafts.n')).toMatchObject([null, {title: 'B'}])

    await member.action({actionType: 'sanity.action.document.publish', draftId: 'drafts.n', publishedId: 'n'})
    expect(await documents('n', 'drafts.n')).toMatchObject([{_id: 'n', title: 'B'}, null])

    // The Studio's first edit after a publish: the guard makes the draft, then comes the change.
    await member.action([
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

    await member.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.n'})
    expect(await documents('n', 'drafts.n')).toMatchObject([{title: 'B'}, null])

    await member.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: 'drafts.n',
      publishedId: 'n',
    })
    expect(await documents('n', 'drafts.n')).toMatchObject([null, {_id: 'drafts.n', title: 'B'}])

    await member.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'n',
      includeDrafts: ['drafts.n'],
    })
    expect(await documents('n', 'drafts.n')).toEqual([null, null])
  })

  it('strengthens references that waited for a publish', async () => {
    await lake.member.create({_id: 'target', _type: 'network'})
    await lake.member.create({
      _id: 'drafts.m',
      _type: 'membership',
      network: {_ref: 'target', _weak: true, _strengthenOnPublish: {type: 'network'}},
    })
    await lake.member.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.m',
      publishedId: 'm',
    })
    expect(await lake.member.getDocument('m')).toMatchObject({network: {_ref: 'target'}})
    expect((await lake.member.getDocument('m'))?.network).not.toHaveProperty('_weak')
  })
})

describe('an action that cannot be done', () => {
  it('leaves everything as it was and says why', async () => {
    await lake.member.create({_id: 'kept', _type: 'network', title: 'kept'})
    const attempt = lake.member.action([
      {actionType: 'sanity.action.document.delete', publishedId: 'kept', includeDrafts: []},
      {actionType: 'sanity.action.document.publish', draftId: 'drafts.none', publishedId: 'none'},
    ])
    await expect(attempt).rejects.toMatchObject({
      statusCode: 404,
      details: {type: 'actionError', items: [{index: 1, error: {type: 'documentNotFoundError'}}]},
    })
    expect(await lake.member.getDocument('kept')).toMatchObject({title: 'kept'})
  })

  it('that would leave a reference without its target is refused', async () => {
    await lake.member.create({_id: 'referred', _type: 'network'})
    await lake.member.create({_id: 'referring', _type: 'network', parent: {_ref: 'referred'}})
    const attempt = lake.member.action({
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

  it('is refused on another revision of the published document', async () => {
    await lake.member.create({_id: 'drafts.kept', _type: 'network'})
    const attempt = lake.member.action({
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
    'release.schedule',
  ])('%s is refused by name', async (name) => {
    const action = {actionType: `sanity.action.${name}`, releaseId: 'summer', publishedId: 'summer'}
    await expect(lake.member.action(action as never)).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringMatching(name === 'release.schedule' ? /scheduling a release/ : name),
    })
  })
})
