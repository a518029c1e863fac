import {applySourceDocuments, resolveEditUrl} from '@sanity/client/csm'
import {stegaClean} from '@sanity/client/stega'
import {beforeAll, expect, it} from 'vitest'
import {clientFor, lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()

const query = `*[_type == "post"] | order(title) {
  _id, "heading": title, "author": author->name, "tags": tags[0..1], body, "shout": upper(title)
}`

beforeAll(async () => {
  const body = [
    {_key: 'b1', _type: 'block', children: [{_key: 's1', _type: 'span', text: 'First paragraph'}]},
    {_key: 'b2', _type: 'block', children: [{_key: 's2', _type: 'span', text: 'Second paragraph'}]},
  ]
  const post = {_type: 'post', author: {_type: 'reference', _ref: 'ann'}, tags: ['one', 'two', 'three'], body}
  await lake.client
    .transaction()
    .create({_id: 'ann', _type: 'person', name: 'Ann'})
    .create({_id: 'p1', title: 'Alpha', ...post})
    .create({_id: 'p2', title: 'Beta', ...post})
    .create({_id: 'drafts.p2', title: 'Beta draft', ...post})
    .create({_id: 'versions.spring.ann', _type: 'person', name: 'Ann in spring'})
    .commit()
})

type Edit = {id: string; type: string; path: string}

/** What the client would write into each text, by the text. */
async function editsOf(perspective: 'published' | 'drafts' | string[]): Promise<Record<string, Edit>> {
  const edits: Record<string, Edit> = {}
  const client = clientFor(lake.url, {
    token,
    perspective,
    stega: {
      enabled: true,
      studioUrl: 'https://studio.example',
      filter: ({sourceDocument, sourcePath, value}) => {
        const path = sourcePath
          .map((segment) => (typeof segment === 'object' ? segment._key : segment))
          .join('.')
        edits[value] = {id: sourceDocument._id, type: sourceDocument._type, path}
        return true
      },
    },
  })
  const encoded = await client.fetch(query)
  const plain = await clientFor(lake.url, {token, perspective}).fetch(query)
  expect(JSON.stringify(encoded)).not.toBe(JSON.stringify(plain))
  expect(stegaClean(encoded)).toEqual(plain)
  return edits
}

it('with stega, each text leads to the document and the path that it was read from', async () => {
  expect(await editsOf('published')).toMatchObject({
    Alpha: {id: 'p1', type: 'post', path: 'title'},
    Beta: {id: 'p2', type: 'post', path: 'title'},
    Ann: {id: 'ann', type: 'person', path: 'name'},
    two: {type: 'post', path: 'tags.1'},
    'Second paragraph': {type: 'post', path: 'body.b2.children.s2.text'},
  })
})

it('in a perspective, texts lead to the draft or version that was shown', async () => {
  expect(await editsOf('drafts')).toMatchObject({
    Alpha: {id: 'p1'},
    'Beta draft': {id: 'drafts.p2', path: 'title'},
  })
  expect(await editsOf(['spring'])).toMatchObject({
    'Ann in spring': {id: 'versions.spring.ann', type: 'person', path: 'name'},
    Beta: {id: 'p2'},
  })
})

it('a text that a function changed has no source', async () => {
  expect(await editsOf('published')).not.toHaveProperty('ALPHA')
})

it('a source map is returned only on request, in the published format', async () => {
  const options = {filterResponse: false} as const
  const title = '*[_id == "p1"][0]{title, body}'
  expect(await lake.visitor.fetch(title, {}, options)).not.toHaveProperty('resultSourceMap')
  const byIndex = await lake.visitor.fetch(title, {}, {...options, resultSourceMap: true})
  const value = (path: number) => ({type: 'value', source: {type: 'documentValue', document: 0, path}})
  expect(byIndex.resultSourceMap).toEqual({
    documents: [{_id: 'p1', _type: 'post'}],
    paths: ["$['title']", "$['body']"],
    mappings: {"$['title']": value(0), "$['body']": value(1)},
  })
  const byKey = await lake.visitor.fetch(title, {}, {...options, resultSourceMap: 'withKeyArraySelector'})
  expect(byKey.resultSourceMap?.paths).toContain("$['body'][?(@._key=='b2')]['children'][?(@._key=='s2')]")
  const url = resolveEditUrl({
    resultSourceMap: byKey.resultSourceMap as NonNullable<typeof byKey.resultSourceMap>,
    resultPath: 'body[1].children[0].text',
    studioUrl: 'https://studio.example',
  })
  expect(decodeURIComponent(String(url))).toContain('path=body[_key=="b2"].children[_key=="s2"].text')
})

it('a change of a draft can be applied to a result before the query runs again', async () => {
  const {result, resultSourceMap} = await clientFor(lake.url, {token, perspective: 'drafts'}).fetch(
    query,
    {},
    {filterResponse: false, resultSourceMap: 'withKeyArraySelector'},
  )
  const changed = applySourceDocuments(
    result,
    resultSourceMap,
    ({_id}) => (_id === 'drafts.p2' ? {_id, _type: 'post', title: 'Typed'} : undefined),
    (value) => value,
    'drafts',
  )
  expect(changed[1].heading).toBe('Typed')
})

it('an unknown kind of source map is refused', async () => {
  const response = await lake.request('/v2026-01-01/data/query/production?query=*&resultSourceMap=everything')
  expect(response.status).toBe(400)
})
