import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {isDatasetName} from '../src/document.ts'
import {optionsFromEnvironment} from '../src/options.ts'
import {datasetNames} from './dataset-names.ts'
import {clientFor, lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()

/** Creates a dataset. @returns a client for it. */
const createDataset = async (name: string) => {
  await lake.client.datasets.create(name)
  return clientFor(lake.url, {token, perspective: 'raw', dataset: name})
}

const names = async () => (await lake.client.datasets.list()).map(({name}) => name)

it.each(datasetNames.valid)('%j is the name of a dataset', (name) => expect(isDatasetName(name)).toBe(true))

it.each(datasetNames.invalid)('%j is not the name of a dataset', (name) => {
  expect(isDatasetName(name)).toBe(false)
  expect(() => optionsFromEnvironment({LAKE_DATASET: name})).toThrow('LAKE_DATASET')
})

describe('a dataset', () => {
  it('is created, listed, changed and deleted through the client', async () => {
    const {datasets} = lake.client
    const description = 'For a test'
    const created = await datasets.create('test-1', {aclMode: 'private', description})
    expect(created).toEqual({datasetName: 'test-1', aclMode: 'private', description})
    expect(await datasets.list()).toContainEqual(
      expect.objectContaining({name: 'test-1', aclMode: 'private', description, datasetProfile: 'content'}),
    )
    expect(await datasets.edit('test-1', {aclMode: 'public'})).toEqual({...created, aclMode: 'public'})
    expect(await datasets.delete('test-1')).toEqual({deleted: true})
    expect(await names()).toEqual(['production'])
  })

  it('is created only once; a missing one can’t be changed or deleted', async () => {
    const {datasets} = lake.client
    await expect(datasets.create('production')).rejects.toMatchObject({statusCode: 409})
    await expect(datasets.edit('nowhere', {})).rejects.toMatchObject({statusCode: 404})
    await expect(datasets.delete('nowhere')).rejects.toMatchObject({statusCode: 404})
  })

  it.each(['Upper', '-dash', '~alias', 'a'.repeat(65), 'a.b', '..', 'a%2fb'])(
    'can’t have the name %s',
    async (name) => {
      const init = {method: 'PUT', headers: {authorization: `Bearer ${token}`}}
      const {status} = await lake.request(`/v1/datasets/${name}`, init)
      expect([400, 404]).toContain(status)
      expect(await names()).toEqual(['production'])
    },
  )

  it('that the lake was started with can’t be deleted', async () => {
    await expect(lake.client.datasets.delete('production')).rejects.toThrow(/another LAKE_DATASET/)
  })

  it('can’t be listed or changed without credentials', async () => {
    for (const [path, method] of [
      ['/v1/datasets', 'GET'],
      ['/v1/datasets/x', 'PUT'],
      ['/v1/datasets/production', 'PATCH'],
      ['/v1/datasets/production', 'DELETE'],
    ] as const)
      expect([path, (await lake.request(path, {method})).status]).toEqual([path, 401])
  })
})

describe('a private dataset', () => {
  it('is read with a token only, through any endpoint', async () => {
    await createDataset('hidden')
    await lake.client.datasets.edit('hidden', {aclMode: 'private'})
    for (const path of [
      'query/hidden?query=*',
      'doc/hidden/a',
      'listen/hidden?query=*',
      'live/events/hidden',
    ])
      expect([path, (await lake.request(`/v2025-02-19/data/${path}`)).status]).toEqual([path, 401])
    const {status} = await lake.request('/v1/data/query/hidden?query=*', {
      headers: {authorization: `Bearer ${token}`},
    })
    expect(status).toBe(200)
    await lake.client.datasets.delete('hidden')
  })
})

describe('two datasets', () => {
  it('do not share documents, history, listeners or assets', async () => {
    const [left, right] = [await createDataset('left'), await createDataset('right')]
    const receivedIds: string[] = []
    const isOpen = Promise.withResolvers<void>()
    const subscription = right.listen('*', {}, {events: ['welcome', 'mutation']}).subscribe((event) => {
      if (event.type === 'welcome') isOpen.resolve()
      else if ('documentId' in event) receivedIds.push(String(event.documentId))
    })
    await isOpen.promise
    const {_rev} = await left.create({_id: 'same', _type: 'page', side: 'left'})
    const asset = await left.assets.upload('file', Buffer.from('left'), {filename: 'a.txt'})
    // The same transaction id is allowed: it is unique per dataset only.
    await right.mutate([{create: {_id: 'same', _type: 'page', side: 'right'}}], {transactionId: _rev})
    expect(await left.fetch('*[_type == "page"].side')).toEqual(['left'])
    expect(await right.fetch('*{_id, side}')).toEqual([{_id: 'same', side: 'right'}])
    await expect.poll(() => receivedIds).toEqual(['same'])
    const log = await right.request<string>({
      url: '/data/history/right/transactions/same?excludeContent=true',
    })
    expect(JSON.stringify(log)).not.toContain('left')
    expect((await fetch(asset.url.replace('/left/', '/right/'))).status).toBe(404)
    await left.delete({query: '*'})
    expect(await right.fetch('count(*)')).toBe(1)
    subscription.unsubscribe()
  })
})

describe('a dataset that was deleted', () => {
  it('leaves no data for a new one of the same name', async () => {
    const first = await createDataset('again')
    const {_id} = await first.create({_type: 'page'})
    await first.create({_type: 'page', to: {_type: 'reference', _ref: _id}})
    const asset = await first.assets.upload('file', Buffer.from('bytes'), {filename: 'a.txt'})
    await lake.client.withConfig({apiVersion: '2021-10-04'}).request({
      url: '/hooks/projects/local',
      method: 'POST',
      body: {name: 'Hook', url: 'http://127.0.0.1:9/', dataset: 'again', rule: {on: ['create']}},
    })
    expect(await first.fetch('count(*)')).toBe(3)
    // Both query workers have loaded the dataset.
    await Promise.all([1, 2, 3, 4].map(() => first.fetch('*')))
    await lake.client.datasets.delete('again')
    await expect(first.fetch('*')).rejects.toMatchObject({statusCode: 404})
    await expect(first.create({_type: 'page'})).rejects.toMatchObject({statusCode: 404})
    expect(existsSync(join(lake.dir, 'assets/again'))).toBe(false)
    const second = await createDataset('again')
    expect(await Promise.all([1, 2, 3, 4].map(() => second.fetch('*')))).toEqual([[], [], [], []])
    expect((await fetch(asset.url)).status).toBe(404)
    await second.create({_id, _type: 'page'})
    expect(await second.fetch('count(*)')).toBe(1)
    const url = '/hooks/projects/local'
    expect(await lake.client.withConfig({apiVersion: '2021-10-04'}).request({url})).toEqual([])
  })

  it('accepts no write that was still in progress', async () => {
    const client = await createDataset('going')
    const writes = Array.from({length: 20}, (_, index) => client.create({_id: `d${index}`, _type: 'page'}))
    const [deleted, ...results] = await Promise.allSettled([lake.client.datasets.delete('going'), ...writes])
    expect(deleted.status).toBe('fulfilled')
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({statusCode: 404})
    const fresh = await createDataset('going')
    expect(await fresh.fetch('count(*)')).toBe(0)
  })
})
