import {describe, expect, test} from 'vitest'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {undoPublish} from '#sanity/structure/undo-publish.ts'

const lake = lakeForTests()

/** Publishes a draft as the Studio does. @returns both versions. */
async function publish(id: string, content: object) {
  const previous = (await lake.client.getDocument(id)) ?? null
  await lake.client.createOrReplace({...content, _id: `drafts.${id}`, _type: 'network'})
  await lake.client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${id}`,
    publishedId: id,
  })
  const published = await lake.client.getDocument(id)
  if (!published) throw new Error(`${id} was not published`)
  return {previous, published}
}

const stored = async (id: string) =>
  Promise.all([id, `drafts.${id}`].map(async (each) => (await lake.client.getDocument(each))?.name))

describe('undo of a publish', () => {
  test('publishes the previous version again and keeps what was published as the draft', async () => {
    await publish('one', {name: 'Before', website: 'https://example.org'})
    const second = await publish('one', {name: 'After', note: 'new'})
    expect(await undoPublish(lake.client, second)).toBe('undone')
    const [published, draft] = await lake.client.getDocuments(['one', 'drafts.one'])
    const {_rev, _updatedAt, ...before} = second.previous ?? {}
    expect(published).toMatchObject(before)
    expect(published).not.toHaveProperty('note')
    expect(draft).toMatchObject({name: 'After', note: 'new', _createdAt: second.published._createdAt})
    expect(published?._rev, 'one transaction').toBe(draft?._rev)
  })

  test('unpublishes what was published for the first time, and can be published and undone again', async () => {
    expect(await undoPublish(lake.client, await publish('two', {name: 'First'}))).toBe('undone')
    expect(await stored('two')).toEqual([undefined, 'First'])
    expect(await undoPublish(lake.client, await publish('two', {name: 'Second'}))).toBe('undone')
    expect(await stored('two')).toEqual([undefined, 'Second'])
  })

  test('changes nothing when the document was changed, deleted or has a new draft since', async () => {
    const changed = await publish('three', {name: 'Published'})
    await lake.client.patch('three').set({name: 'Corrected'}).commit()
    expect(await undoPublish(lake.client, changed)).toBe('changed')
    expect(await stored('three')).toEqual(['Corrected', undefined])

    const drafted = await publish('four', {name: 'Published'})
    await lake.client.create({_id: 'drafts.four', _type: 'network', name: 'Someone writes'})
    expect(await undoPublish(lake.client, drafted)).toBe('changed')
    expect(await stored('four')).toEqual(['Published', 'Someone writes'])

    const deleted = await publish('five', {name: 'Published'})
    await lake.client.delete('five')
    expect(await undoPublish(lake.client, deleted)).toBe('changed')
    expect(await stored('five')).toEqual([undefined, undefined])

    expect(await undoPublish(lake.client, drafted), 'a second time').toBe('changed')
  })

  test('changes nothing when another document needs it, or it would need a document that is gone', async () => {
    const needed = await publish('six', {name: 'Published'})
    const reference = {_type: 'reference', _ref: 'six'}
    await lake.client.create({_id: 'member', _type: 'membership', network: reference})
    expect(await undoPublish(lake.client, needed)).toBe('needed')
    expect(await stored('six')).toEqual(['Published', undefined])

    await lake.client.create({_id: 'source', _type: 'source'})
    await publish('seven', {name: 'Before', source: {_type: 'reference', _ref: 'source'}})
    const replaced = await publish('seven', {name: 'After'})
    await lake.client.delete('source')
    expect(await undoPublish(lake.client, replaced)).toBe('needed')
    expect(await stored('seven')).toEqual(['After', undefined])
  })

  test('fails with the error of the lake when it is not allowed', async () => {
    const published = await publish('eight', {name: 'Published'})
    await expect(undoPublish(lake.visitor, published)).rejects.toMatchObject({statusCode: 401})
  })
})
