import {describe, expect, it} from 'vitest'
import {clientFor, lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()

const post = async (path: string, body: object) => {
  const response = await lake.request(`/v2026-01-01/data/${path}/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  })
  return {status: response.status, body: await response.json()}
}

describe('a request body that Sanity refuses', () => {
  const refused = async (path: string, body: object, description: string) =>
    expect(await post(path, body)).toEqual({
      status: 400,
      body: {
        error: {
          type: 'httpInvalidRequestBody',
          description,
          body: JSON.stringify(body),
          bodyTruncated: false,
        },
      },
    })

  it('with an unknown field names the field and quotes the body', async () => {
    await refused('mutate', {mutations: [], returnDocument: true}, 'Unknown field "returnDocument"')
    await refused('query', {query: '1', param: {}}, 'Unknown field "param"')
  })

  it('with an unknown mutation or patch operation changes nothing', async () => {
    await lake.client.createOrReplace({_id: 'kept', _type: 'page', n: 1})
    const {_rev} = (await lake.client.getDocument('kept')) ?? {}
    const valid = {patch: {id: 'kept', inc: {n: 1}}}
    const misspelt = {mutations: [valid, {patch: {id: 'kept', sett: {n: 5}}}]}
    await refused('mutate', misspelt, 'Unknown field "sett"')
    await refused('mutate', {mutations: [valid, {id: 'kept', set: {n: 5}}]}, 'Unknown field "id"')
    await refused(
      'mutate',
      {mutations: [valid, {delete: {id: 'kept', when: 'n > 3'}}]},
      'Unknown field "when"',
    )
    expect(await lake.client.getDocument('kept')).toMatchObject({_rev, n: 1})
  })

  it('with no mutation', () =>
    refused('mutate', {mutations: []}, '"mutations" must have at least one mutation'))

  it('is quoted up to a limit', async () => {
    const answer = await post('mutate', {mutations: [], x: 'a'.repeat(5000)})
    expect(answer.body.error).toMatchObject({bodyTruncated: true})
    expect(answer.body.error.body).toHaveLength(1000)
  })

  it('with an unknown patch operation in an action names the operation', async () => {
    const edit = {actionType: 'sanity.action.document.edit', draftId: 'drafts.kept', publishedId: 'kept'}
    const answer = await post('actions', {actions: [{...edit, patch: {sett: {n: 5}}}]})
    expect(answer).toMatchObject({status: 400, body: {error: {type: 'actionError'}}})
    expect(answer.body.error.description).toContain('Unknown field "sett"')
  })
})

describe('a query', () => {
  it.each(['', '   ', '*[_type == '])(
    'that ends too early (%j) is a parse error at its end',
    async (query) => {
      const response = await lake.request(
        `/v2026-01-01/data/query/production?query=${encodeURIComponent(query)}`,
      )
      const expected = {
        type: 'queryParseError',
        description: 'unexpected end-of-file, expected expression',
        query,
        end: query.length,
      }
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({error: expected})
      expect(await post('query', {query})).toMatchObject({status: 400, body: {error: expected}})
    },
  )

  it('that closes a bracket too early has the position of the bracket', async () => {
    const {body} = await post('query', {query: '*[_type == "a" && ]'})
    expect(body.error.description).not.toContain('end-of-file')
  })

  it('that is missing is a parse error too', async () => {
    const response = await lake.request('/v2026-01-01/data/query/production')
    expect([response.status, await response.json()]).toMatchObject([400, {error: {type: 'queryParseError'}}])
    expect(await post('query', {})).toMatchObject({status: 400, body: {error: {type: 'queryParseError'}}})
  })
})

describe('array items with the same _key', () => {
  const rows = (...keys: string[]) => keys.map((_key) => ({_type: 'row', _key}))
  const document = {
    _type: 'page',
    blocks: [
      {_key: 'a', rows: rows('same')},
      {_key: 'b', rows: rows('same')},
    ],
  }

  it('are refused with autoGenerateArrayKeys, and the places are named', async () => {
    const attempt = lake.client.create({...document, _id: 'twice'}, {autoGenerateArrayKeys: true})
    await expect(attempt).rejects.toMatchObject({
      statusCode: 400,
      details: {
        type: 'validationError',
        description:
          'Document "twice" has duplicate array _key "same" at blocks[0].rows[0]._key and blocks[1].rows[0]._key',
      },
    })
    expect(await lake.client.getDocument('twice')).toBeUndefined()
  })

  it('are refused in a patch with autoGenerateArrayKeys, and accepted without it', async () => {
    await lake.client.create({_id: 'list', _type: 'page', items: rows('x')})
    const patch = lake.client.patch('list').append('items', rows('x'))
    await expect(patch.commit({autoGenerateArrayKeys: true})).rejects.toMatchObject({statusCode: 400})
    expect(await patch.commit()).toMatchObject({items: rows('x', 'x')})
  })

  it('may be in arrays of different attributes', () =>
    lake.client.create(
      {_type: 'page', title: [{_key: 'cs'}], text: [{_key: 'cs'}]},
      {autoGenerateArrayKeys: true},
    ))
})

describe('an endpoint that the lake does not have', () => {
  it.each([
    ['/collaboration/comments', 'comments'],
    ['/comments/production/setup', 'comments'],
    ['/tasks/production', 'tasks'],
    ['/schedules/local/production/one/publish', 'scheduled publishing'],
    ['/datasets/production/copy', 'copying datasets'],
    ['/projects/local/datasets/production/copy', 'copying datasets'],
    ['/auth/providers', 'sign-in providers'],
    ['/projects/local/members', 'members'],
    ['/projects/local/members/one', 'members'],
    ['/access/project/local/robots', 'tokens'],
    ['/projects/local/tokens', 'tokens'],
    ['/invitations/project/local', 'invitations'],
    ['/projects/local/datasets/production/schemas', 'schema deployment'],
    ['/schemas/one', 'schema deployment'],
  ])('%s is refused by name', async (url, feature) => {
    await expect(lake.client.request({url, method: 'POST', body: {}})).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringContaining(feature),
    })
  })
})

it('embeddings are disabled, and enabling them is refused by name', async () => {
  expect(await lake.client.datasets.getEmbeddingsSettings('production')).toEqual({enabled: false})
  const missing = clientFor(lake.url, {token}).datasets.getEmbeddingsSettings('nowhere')
  await expect(missing).rejects.toMatchObject({statusCode: 404})
  await expect(
    lake.client.datasets.editEmbeddingsSettings('production', {enabled: true}),
  ).rejects.toMatchObject({statusCode: 501})
})

it('what the Studio reads at its start is still answered', async () => {
  for (const url of [
    '/schedules/local/production?limit=1',
    '/access/requests/me',
    '/projects/local/datasets?datasetProfile=comments&addonFor=production',
    '/projects/local/roles',
  ])
    expect(await lake.client.request({url}), url).toBeDefined()
})
