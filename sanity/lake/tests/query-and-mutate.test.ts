import {describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

describe('documents', () => {
  it('are created, read and deleted through the client', async () => {
    const created = await lake.client.create({_id: 'a1', _type: 'article', title: 'One'})
    expect(created).toMatchObject({_id: 'a1', title: 'One', _rev: expect.any(String)})
    expect(created._createdAt).toBe(created._updatedAt)
    expect(await lake.client.getDocument('a1')).toEqual(created)
    expect(await lake.visitor.fetch('*[_id == $id][0].title', {id: 'a1'})).toBe('One')
    await lake.client.delete('a1')
    expect(await lake.client.getDocument('a1')).toBeUndefined()
  })

  it('get an id if none is given, below a path if the id ends in a dot', async () => {
    expect((await lake.client.create({_type: 'article'}))._id).toMatch(/^[0-9a-f-]{36}$/)
    expect((await lake.client.create({_id: 'drafts.', _type: 'article'}))._id).toMatch(
      /^drafts\.[0-9a-f-]{36}$/,
    )
  })

  it('are kept by createIfNotExists and replaced by createOrReplace', async () => {
    await lake.client.createOrReplace({_id: 'b1', _type: 'article', title: 'first'})
    await lake.client.createIfNotExists({_id: 'b1', _type: 'article', title: 'ignored'})
    expect(await lake.client.getDocument('b1')).toMatchObject({title: 'first'})
    await lake.client.createOrReplace({_id: 'b1', _type: 'article', title: 'second'})
    expect(await lake.client.getDocument('b1')).toMatchObject({title: 'second'})
  })
})

describe('patches', () => {
  it('apply every operation', async () => {
    await lake.client.createOrReplace({
      _id: 'p',
      _type: 'page',
      n: 1,
      gone: true,
      tags: ['b'],
      text: 'colour',
    })
    const patched = await lake.client
      .patch('p')
      .set({'seo.title': 'x'})
      .setIfMissing({n: 9, m: 2})
      .unset(['gone'])
      .inc({n: 4})
      .dec({m: 1})
      .insert('before', 'tags[0]', ['a'])
      .commit()
    expect(patched).toMatchObject({n: 5, m: 1, tags: ['a', 'b'], seo: {title: 'x'}})
    expect(patched).not.toHaveProperty('gone')
    const edited = await lake.client
      .patch('p', {diffMatchPatch: {text: '@@ -1,6 +1,5 @@\n colo\n-u\n r\n'}})
      .commit()
    expect(edited).toMatchObject({text: 'color'})
  })

  it('are refused with 409 when the document has another revision', async () => {
    const {_rev} = await lake.client.createOrReplace({_id: 'r', _type: 'page'})
    await lake.client.patch('r').set({n: 1}).ifRevisionId(_rev).commit()
    await expect(lake.client.patch('r').set({n: 2}).ifRevisionId(_rev).commit()).rejects.toMatchObject({
      statusCode: 409,
      details: {type: 'mutationError', items: [{error: {type: 'documentRevisionIDDoesNotMatchError'}}]},
    })
  })

  it('select by query, and see earlier mutations of their own transaction', async () => {
    await lake.client
      .transaction()
      .create({_id: 'q1', _type: 'queried'})
      .create({_id: 'q2', _type: 'queried'})
      .patch({query: '*[_type == $type]', params: {type: 'queried'}}, {set: {seen: true}})
      .commit()
    expect(await lake.visitor.fetch('*[_type == "queried"].seen')).toEqual([true, true])
    await lake.client.delete({query: '*[_type == "queried"]'})
    expect(await lake.visitor.fetch('count(*[_type == "queried"])')).toBe(0)
  })

  it('add keys to array items if requested', async () => {
    await lake.client.createOrReplace({_id: 'k', _type: 'page', items: []})
    const patched = await lake.client
      .patch('k')
      .append('items', [{name: 'x'}])
      .commit({autoGenerateArrayKeys: true})
    expect(patched.items).toEqual([{name: 'x', _key: expect.any(String)}])
  })
})

describe('a transaction', () => {
  it('is all or nothing', async () => {
    const attempt = lake.client
      .transaction()
      .create({_id: 't1', _type: 'page'})
      .create({_id: 't1', _type: 'page'})
      .commit()
    await expect(attempt).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('Document by ID "t1" already exists'),
      details: {items: [{index: 1, error: {type: 'documentAlreadyExistsError', id: 't1'}}]},
    })
    expect(await lake.client.getDocument('t1')).toBeUndefined()
  })

  it('writes nothing in a dry run', async () => {
    await lake.client.create({_id: 'dry', _type: 'page'}, {dryRun: true})
    expect(await lake.client.getDocument('dry')).toBeUndefined()
  })

  it('names a missing document to patch', async () => {
    await expect(lake.client.patch('nowhere').set({a: 1}).commit()).rejects.toThrow(
      'The document with the ID "nowhere" was not found',
    )
  })
})

describe('references', () => {
  it('that are strong block a delete and need their target; weak ones do not', async () => {
    await lake.client.create({_id: 'target', _type: 'page'})
    await lake.client.create({_id: 'source', _type: 'page', ref: {_ref: 'target'}})
    await expect(lake.client.delete('target')).rejects.toThrow(
      'Document "target" cannot be deleted as there are references to it from "source"',
    )
    await expect(lake.client.create({_id: 'lost', _type: 'page', ref: {_ref: 'none'}})).rejects.toThrow(
      'Document "lost" references non-existent document "none"',
    )
    await lake.client
      .patch('source')
      .set({ref: {_ref: 'target', _weak: true}})
      .commit()
    await lake.client.delete('target')
    expect(await lake.client.getDocument('target')).toBeUndefined()
  })
})

describe('queries', () => {
  it('work by GET and POST, with parameters', async () => {
    await lake.client.createOrReplace({_id: 'long', _type: 'long'})
    const padding = `[_id != "${'x'.repeat(12_000)}"]`
    expect(await lake.visitor.fetch(`*[_type == $t]${padding}._id`, {t: 'long'})).toEqual(['long'])
  })

  it('with a syntax error return its position', async () => {
    await expect(lake.visitor.fetch('*[_type == ')).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('GROQ query parse error'),
      details: {type: 'queryParseError', query: '*[_type == ', start: expect.any(Number)},
    })
  })

  it('may start with comments', async () => {
    expect(await lake.visitor.fetch('// findability-mvi:5\n// two\ncount(*[_id == "long"])')).toBe(1)
  })

  it('resolve perspectives', async () => {
    await lake.client
      .transaction()
      .createOrReplace({_id: 'v', _type: 'seen', title: 'published'})
      .createOrReplace({_id: 'drafts.v', _type: 'seen', title: 'draft'})
      .createOrReplace({_id: 'versions.summer.v', _type: 'seen', title: 'release'})
      .commit()
    const seen = (perspective: never) =>
      lake.client.fetch('*[_type == "seen"]{_id, _originalId, title}', {}, {perspective})
    expect(await seen('published' as never)).toEqual([{_id: 'v', _originalId: null, title: 'published'}])
    expect(await seen('drafts' as never)).toEqual([{_id: 'v', _originalId: 'drafts.v', title: 'draft'}])
    expect(await seen(['summer', 'drafts'] as never)).toEqual([
      {_id: 'v', _originalId: 'versions.summer.v', title: 'release'},
    ])
    expect(await seen('raw' as never)).toHaveLength(3)
  })

  it('search text with case and diacritics folded, by prefix, in order of score', async () => {
    await lake.client
      .transaction()
      .createOrReplace({_id: 's1', _type: 'site', title: 'České sítě', author: {_ref: 's2'}})
      .createOrReplace({_id: 's2', _type: 'site', title: 'Evropské sítě', note: 'české příklady'})
      .commit()
    const search = (text: string) =>
      lake.client.fetch(
        `*[_type == "site"] | score(boost(title match text::query($q), 10), [@, _id] match text::query($q))[_score > 0]
          {_id} | order(_score desc)`,
        {q: text},
      )
    expect(await search('ceske*')).toEqual([{_id: 's1'}, {_id: 's2'}])
    expect(await search('SITE -evropske')).toEqual([{_id: 's1'}])
    expect(await lake.client.fetch('*[author->title match text::query("evropske")]._id')).toEqual(['s1'])
  })
})
