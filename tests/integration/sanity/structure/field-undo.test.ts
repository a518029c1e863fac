import {expect, test} from 'vitest'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {readField, restoreField} from '#sanity/structure/field-undo.ts'

const lake = lakeForTests()

const checked = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await lake.client.getDocument(id))?.lastChecked))

test('undo restores a field in the published document and the draft, and removes it where it was absent', async () => {
  await lake.client.createOrReplace({_id: 'one', _type: 'network', lastChecked: '2019-05-06'})
  await lake.client.createOrReplace({_id: 'drafts.one', _type: 'network', name: 'Draft'})
  const ids = ['one', 'drafts.one']
  const before = await readField(lake.client, 'lastChecked', ids)
  expect(before).toEqual({one: '2019-05-06', 'drafts.one': undefined})
  for (const id of ids) await lake.client.patch(id).set({lastChecked: '2026-11-27'}).commit()
  const written = {one: '2026-11-27', 'drafts.one': '2026-11-27'}
  expect(await restoreField(lake.client, 'lastChecked', {before, written})).toBe(true)
  expect(await checked(...ids)).toEqual(['2019-05-06', undefined])
  expect((await lake.client.getDocument('drafts.one'))?.name).toBe('Draft')
})

test('undo skips a document that was changed since or deleted', async () => {
  const before = {two: '1', three: '1', four: '1'}
  const written = {two: '2', three: '2', four: '2'}
  await lake.client.createOrReplace({_id: 'two', _type: 'network', lastChecked: '2'})
  await lake.client.createOrReplace({_id: 'three', _type: 'network', lastChecked: '3'})
  expect(await restoreField(lake.client, 'lastChecked', {before, written})).toBe(false)
  expect(await checked('two', 'three', 'four')).toEqual(['1', '3', undefined])
})

test('undo does nothing when every document was changed since', async () => {
  await lake.client.createOrReplace({_id: 'five', _type: 'network', lastChecked: '3'})
  const changes = {before: {five: '1'}, written: {five: '2'}}
  expect(await restoreField(lake.client, 'lastChecked', changes)).toBe(false)
  expect(await checked('five')).toEqual(['3'])
})
