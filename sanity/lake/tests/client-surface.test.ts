import {firstValueFrom} from 'rxjs'
import {describe, expect, it} from 'vitest'
import {clientFor, lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()

describe('fetch', () => {
  it('returns the full response without filterResponse, and without the query if requested', async () => {
    await lake.client.create({_id: 'f1', _type: 'fetched', title: 'one'})
    const query = '*[_type == $type]{title}'
    const full = await lake.client.fetch(query, {type: 'fetched'}, {filterResponse: false, tag: 'a.tag'})
    expect(full).toMatchObject({query, result: [{title: 'one'}], ms: expect.any(Number)})
    const withoutQuery = await lake.client.fetch(query, {type: 'fetched'}, {
      filterResponse: false,
      returnQuery: false,
    } as never)
    expect(withoutQuery).not.toHaveProperty('query')
  })

  it('accepts every kind of parameter', async () => {
    const params = {text: 'ž & "?" #', list: [1, null, true], nested: {a: ['b']}}
    expect(await lake.visitor.fetch('{"all": [$text, $list, $nested]}', params)).toEqual({
      all: [params.text, params.list, params.nested],
    })
  })

  it('defaults its perspective by API version', async () => {
    await lake.client.create({_id: 'drafts.f2', _type: 'byVersion'})
    const count = (apiVersion: string) =>
      clientFor(lake.url, {token, apiVersion, perspective: undefined}).fetch('count(*[_type == "byVersion"])')
    expect(await count('2025-02-18')).toBe(1)
    expect(await count('2025-02-19')).toBe(0)
  })
})

describe('getDocument and getDocuments', () => {
  it('return documents in the requested order, null for missing ones', async () => {
    await lake.client.create({_id: 'g1', _type: 'got'})
    await lake.client.create({_id: 'g2', _type: 'got'})
    expect(await lake.client.getDocuments(['g2', 'none', 'g1'])).toMatchObject([
      {_id: 'g2'},
      null,
      {_id: 'g1'},
    ])
    expect(await lake.client.getDocument('none')).toBeUndefined()
  })

  it('find the version of a release by the published id', async () => {
    await lake.client.create({_id: 'versions.r1.g1', _type: 'got', title: 'in r1'})
    expect(await lake.client.getDocument('g1', {releaseId: 'r1'})).toMatchObject({title: 'in r1'})
  })
})

describe('the result of a write', () => {
  const write = (id: string) => ({_id: id, _type: 'written'})

  it('is the document, the documents, or the ids', async () => {
    expect(await lake.client.create(write('w1'))).toMatchObject({_id: 'w1'})
    expect(await lake.client.create(write('w2'), {returnFirst: false} as never)).toMatchObject([{_id: 'w2'}])
    const ids = await lake.client.create(write('w3'), {returnDocuments: false})
    expect(ids).toMatchObject({
      transactionId: expect.any(String),
      documentId: 'w3',
      results: [{id: 'w3', operation: 'create'}],
    })
    const many = await lake.client
      .transaction()
      .patch('w1', {set: {n: 1}})
      .delete('w2')
      .createIfNotExists(write('w3'))
      .commit({transactionId: 'my-transaction'})
    expect(many).toEqual({
      transactionId: 'my-transaction',
      documentIds: ['w1', 'w2', 'w3'],
      results: [
        {id: 'w1', operation: 'update'},
        {id: 'w2', operation: 'delete'},
        {id: 'w3', operation: 'none'},
      ],
    })
    expect(await lake.client.getDocument('w1')).toMatchObject({_rev: 'my-transaction'})
  })

  it.each(['sync', 'async', 'deferred'] as const)(
    'with visibility %s, the next query sees the write',
    async (visibility) => {
      await lake.client.create({_id: `see-${visibility}`, _type: 'seen'}, {visibility})
      expect(await lake.visitor.fetch('*[_id == $id]._id', {id: `see-${visibility}`})).toHaveLength(1)
    },
  )

  it('of a dry run is that of a real write, and nothing is stored', async () => {
    await lake.client.create(write('kept'))
    expect(await lake.client.patch('kept').set({n: 1}).commit({dryRun: true})).toMatchObject({n: 1})
    await lake.client.delete('kept', {dryRun: true})
    await lake.client.action(
      {actionType: 'sanity.action.document.delete', publishedId: 'kept', includeDrafts: []},
      {dryRun: true},
    )
    expect(await lake.client.getDocument('kept')).not.toHaveProperty('n')
  })
})

describe('patches', () => {
  it('apply to a list of ids and to the documents of a query', async () => {
    for (const id of ['m1', 'm2', 'm3']) await lake.client.create({_id: id, _type: 'many', n: 1})
    await lake.client.patch(['m1', 'm2']).inc({n: 1}).commit()
    await lake.client
      .patch({query: '*[_type == "many" && n > $n]', params: {n: 1}})
      .set({big: true})
      .commit()
    expect(await lake.visitor.fetch('*[_type == "many" && big] | order(_id)._id')).toEqual(['m1', 'm2'])
  })

  it('insert, replace, splice and prepend in arrays, by index and by key', async () => {
    await lake.client.create({_id: 'arr', _type: 'arrays', list: [1, 2, 3], keyed: [{_key: 'a', v: 1}]})
    // One patch has one insertion.
    await lake.client.patch('arr').splice('list', 1, 1, [9]).commit()
    await lake.client.patch('arr').prepend('list', [0]).commit()
    const patched = await lake.client
      .patch('arr')
      .set({'keyed[_key=="a"].v': 5})
      .insert('after', 'keyed[_key=="a"]', [{_key: 'b', v: 2}])
      .commit()
    expect(patched).toMatchObject({
      list: [0, 1, 9, 3],
      keyed: [
        {_key: 'a', v: 5},
        {_key: 'b', v: 2},
      ],
    })
    expect(await lake.client.patch('arr').unset(['keyed[_key=="b"]', 'list[0]']).commit()).toMatchObject({
      list: [1, 9, 3],
      keyed: [{_key: 'a'}],
    })
  })

  it('add keys only to new items without one', async () => {
    const created = await lake.client.create(
      {_id: 'keys', _type: 'keys', items: [{v: 1}, {_key: 'mine', v: 2}, 'text'], deep: {list: [{v: 3}]}},
      {autoGenerateArrayKeys: true},
    )
    expect(created).toMatchObject({
      items: [{_key: expect.stringMatching(/./)}, {_key: 'mine'}, 'text'],
      deep: {list: [{_key: expect.stringMatching(/./)}]},
    })
  })
})

describe('live events', () => {
  it('start with welcome, then list the stale tags', async () => {
    const {syncTags} = await lake.visitor.fetch('*[_type == "live"]', {}, {filterResponse: false})
    const eventTypes: unknown[] = []
    const message = new Promise<unknown>((resolve) => {
      const events = lake.visitor.live.events().subscribe((event) => {
        eventTypes.push(event.type)
        if (event.type === 'welcome') void lake.client.create({_id: 'live1', _type: 'live'})
        if (event.type !== 'message') return
        events.unsubscribe()
        resolve(event)
      })
    })
    expect(await message).toMatchObject({tags: syncTags, id: expect.any(String)})
    expect(eventTypes).toEqual(['welcome', 'message'])
  })
})

describe('the observable client', () => {
  it('writes and reads', async () => {
    const {observable} = lake.client
    await firstValueFrom(observable.createOrReplace({_id: 'o1', _type: 'observed'}))
    await firstValueFrom(observable.patch('o1').set({n: 1}).commit())
    expect(await firstValueFrom(observable.fetch('*[_id == "o1"][0].n'))).toBe(1)
    await firstValueFrom(observable.delete('o1'))
    expect(await firstValueFrom(observable.getDocument('o1'))).toBeUndefined()
  })
})
