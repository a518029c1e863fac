import {describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

const release = (releaseId: string) => lake.client.releases.get({releaseId})

const titles = (perspective: string[]) =>
  lake.client.fetch('*[_type == "page"] | order(_id){_id, title}', {}, {perspective})

// As the client's createVersion() with a document. That one logs a warning when the document exists already.
const createVersion = (releaseId: string, publishedId: string, title: string) =>
  lake.client.action({
    actionType: 'sanity.action.document.version.create',
    publishedId,
    document: {_id: `versions.${releaseId}.${publishedId}`, _type: 'page', title},
  })

const openWith = async (releaseId: string, documents: Record<string, string>) => {
  await lake.client.releases.create({releaseId, metadata: {title: releaseId, releaseType: 'asap'}})
  for (const [publishedId, title] of Object.entries(documents))
    await createVersion(releaseId, publishedId, title)
}

describe('a release', () => {
  it('is a document with a state, found by releases::all() and by its id', async () => {
    await lake.client.releases.create({releaseId: 'rOne', metadata: {title: 'One', releaseType: 'undecided'}})
    expect(await release('rOne')).toMatchObject({
      _id: '_.releases.rOne',
      _type: 'system.release',
      name: 'rOne',
      state: 'active',
      metadata: {title: 'One', releaseType: 'undecided'},
    })
    expect(await lake.client.fetch('releases::all()[name == "rOne"]._id')).toEqual(['_.releases.rOne'])
    expect(await lake.visitor.fetch('releases::all()')).toEqual([])
    await expect(lake.client.releases.create({releaseId: 'rOne'})).rejects.toMatchObject({statusCode: 409})
  })

  it('allows edits of its metadata only', async () => {
    await lake.client.releases.edit({
      releaseId: 'rOne',
      patch: {set: {'metadata.title': 'First'}, unset: ['metadata.description']},
    })
    expect(await release('rOne')).toMatchObject({metadata: {title: 'First'}})
    await expect(
      lake.client.releases.edit({releaseId: 'rOne', patch: {set: {state: 'published'}}}),
    ).rejects.toMatchObject({statusCode: 400})
  })

  it('shows its versions above drafts in a perspective, and publishes them in one transaction', async () => {
    await lake.client.create({_id: 'p1', _type: 'page', title: 'published'})
    await lake.client.create({_id: 'drafts.p1', _type: 'page', title: 'draft'})
    await lake.client.create({_id: 'p3', _type: 'page', title: 'to go'})
    await openWith('rPublish', {p1: 'new', p2: 'added'})
    await lake.client.unpublishVersion({releaseId: 'rPublish', publishedId: 'p3'})

    expect(await titles(['rPublish', 'drafts'])).toEqual([
      {_id: 'p1', title: 'new'},
      {_id: 'p2', title: 'added'},
    ])
    expect(await titles(['drafts'])).toEqual([
      {_id: 'p1', title: 'draft'},
      {_id: 'p3', title: 'to go'},
    ])
    expect(await lake.client.fetch('*[sanity::partOfRelease("rPublish")]._id')).toHaveLength(3)

    await lake.client.releases.publish({releaseId: 'rPublish'}, {dryRun: true})
    expect(await release('rPublish')).toMatchObject({state: 'active'})
    await lake.client.releases.publish({releaseId: 'rPublish'})
    expect(await lake.visitor.fetch('*[_type == "page"] | order(_id){_id, title}')).toEqual([
      {_id: 'p1', title: 'new'},
      {_id: 'p2', title: 'added'},
    ])
    expect(await lake.visitor.fetch('*[_type == "page"][0]._system')).toBeNull()
    expect(await release('rPublish')).toMatchObject({
      state: 'published',
      publishedAt: expect.any(String),
      finalDocumentStates: ['p1', 'p2', 'p3'].map((id) => ({
        _key: expect.any(String),
        id: `versions.rPublish.${id}`,
      })),
    })
    expect(await lake.client.fetch('*[sanity::partOfRelease("rPublish")]._id')).toEqual([])
  })

  it('accepts no more versions once published, and can be deleted', async () => {
    await expect(createVersion('rPublish', 'p9', 'late')).rejects.toMatchObject({statusCode: 409})
    await expect(lake.client.releases.publish({releaseId: 'rPublish'})).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('Release "rPublish" is published'),
    })
    await lake.client.releases.delete({releaseId: 'rPublish'})
    expect(await release('rPublish')).toBeUndefined()
  })

  it('deletes its versions when archived and restores them unchanged when unarchived', async () => {
    await openWith('rArchive', {a1: 'kept'})
    const {_rev, _updatedAt, ...before} = (await lake.client.getDocument('versions.rArchive.a1')) ?? {}
    await expect(lake.client.releases.delete({releaseId: 'rArchive'})).rejects.toMatchObject({
      statusCode: 409,
    })
    await lake.client.releases.archive({releaseId: 'rArchive'})
    expect(await lake.client.getDocument('versions.rArchive.a1')).toBeUndefined()
    expect(await release('rArchive')).toMatchObject({
      state: 'archived',
      finalDocumentStates: [{id: 'versions.rArchive.a1'}],
    })
    await lake.client.releases.unarchive({releaseId: 'rArchive'})
    expect(await lake.client.getDocument('versions.rArchive.a1')).toMatchObject(before)
    expect(await release('rArchive')).toMatchObject({state: 'active', finalDocumentStates: null})
  })

  it('publishes nothing when one of its documents cannot be published', async () => {
    await openWith('rBroken', {b1: 'good'})
    await lake.client.create({_id: 'b2', _type: 'page'})
    await lake.client.create({_id: 'b3', _type: 'page', parent: {_ref: 'b2'}})
    await lake.client.unpublishVersion({releaseId: 'rBroken', publishedId: 'b2'})
    await expect(lake.client.releases.publish({releaseId: 'rBroken'})).rejects.toMatchObject({
      details: {items: [{error: {type: 'documentHasExistingReferencesError'}}]},
    })
    expect(await lake.client.getDocument('b1')).toBeUndefined()
    expect(await release('rBroken')).toMatchObject({state: 'active'})
  })

  it('is named when it does not exist', async () => {
    await expect(lake.client.releases.publish({releaseId: 'rNone'})).rejects.toMatchObject({
      statusCode: 404,
      details: {items: [{error: {type: 'documentNotFoundError', id: '_.releases.rNone'}}]},
    })
  })
})

describe('versions', () => {
  it('are created from a base at a given revision, replaced and discarded', async () => {
    await openWith('rVersions', {})
    const base = await lake.client.create({_id: 'v1', _type: 'page', title: 'base'})
    const wrong = lake.client.createVersion({
      releaseId: 'rVersions',
      publishedId: 'v1',
      baseId: 'v1',
      ifBaseRevisionId: 'other',
    })
    await expect(wrong).rejects.toMatchObject({statusCode: 409})
    await lake.client.createVersion({
      releaseId: 'rVersions',
      publishedId: 'v1',
      baseId: 'v1',
      ifBaseRevisionId: base._rev,
    })
    const id = 'versions.rVersions.v1'
    expect(await lake.client.getDocument(id)).toMatchObject({_type: 'page', title: 'base'})
    await lake.client.replaceVersion({
      releaseId: 'rVersions',
      publishedId: 'v1',
      document: {_type: 'page', title: 'other'},
    })
    expect(await lake.client.getDocument(id)).toMatchObject({title: 'other'})
    expect(await lake.client.releases.fetchDocuments({releaseId: 'rVersions'})).toMatchObject({
      result: [{_id: id}],
    })
    await lake.client.discardVersion({releaseId: 'rVersions', publishedId: 'v1'})
    expect(await lake.client.getDocument(id)).toBeUndefined()
  })
})
