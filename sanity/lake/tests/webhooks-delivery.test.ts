import {describe, expect, it} from 'vitest'
import {clientFor, lakeForTests, token} from './lake-for-tests.ts'
import {addHook, type Delivery, hooksOf, receiver} from './webhook-receiver.ts'

const lake = lakeForTests()

let last = 0
const newId = () => `doc-${++last}`

/** Creates, changes and deletes a document. */
async function createUpdateDelete(id: string, client = lake.client) {
  await client.create({_id: id, _type: 'page', title: 'one'})
  await client.patch(id).set({title: 'two'}).commit()
  await client.delete(id)
}

const operations = (deliveries: Delivery[]) => deliveries.map(({headers}) => headers['sanity-operation'])

describe('several webhooks', () => {
  it('each get the operations of their rule', async () => {
    const receivers = await Promise.all([receiver(), receiver(), receiver(), receiver()])
    const [created, updated, deleted, all] = receivers
    await addHook(lake.client, created.url, {rule: {on: ['create']}})
    await addHook(lake.client, updated.url, {rule: {on: ['update']}})
    await addHook(lake.client, deleted.url, {rule: {on: ['delete']}})
    await addHook(lake.client, all.url)
    await createUpdateDelete(newId())
    expect(operations(await created.waitForDeliveries(1))).toEqual(['create'])
    expect(operations(await updated.waitForDeliveries(1))).toEqual(['update'])
    expect(operations(await deleted.waitForDeliveries(1))).toEqual(['delete'])
    expect(operations(await all.waitForDeliveries(3))).toEqual(['create', 'update', 'delete'])
    const keys = new Set(
      receivers.flatMap(({deliveries}) => deliveries.map(({headers}) => headers['idempotency-key'])),
    )
    expect(keys.size).toBe(6)
  })

  it('do not wait for a slow receiver, nor one document for another', async () => {
    let open = 0
    let maxOpen = 0
    const slow = await receiver(() => {
      open += 1
      maxOpen = Math.max(maxOpen, open)
    })
    const quick = await receiver()
    await addHook(lake.client, slow.url)
    await addHook(lake.client, quick.url)
    const ids = Array.from({length: 40}, newId)
    await lake.client.mutate(ids.map((_id) => ({create: {_id, _type: 'page'}})))
    // The slow receiver never answers; its timeout is half a minute.
    await quick.waitForDeliveries(40)
    await slow.waitForDeliveries(5)
    expect(maxOpen).toBe(5)
  })

  it('are sent for every document of a transaction, each with its own key', async () => {
    const {url, waitForDeliveries} = await receiver()
    await addHook(lake.client, url)
    const {transactionId} = await lake.client.mutate(
      [newId(), newId(), newId()].map((_id) => ({create: {_id, _type: 'page'}})),
      {returnDocuments: false, returnFirst: false},
    )
    const deliveries = await waitForDeliveries(3)
    expect(deliveries.map(({headers}) => headers['sanity-transaction-id'])).toEqual(
      Array(3).fill(transactionId),
    )
    expect(new Set(deliveries.map(({headers}) => headers['idempotency-key'])).size).toBe(3)
  })
})

describe('a webhook', () => {
  it('gets drafts and versions only if it includes them', async () => {
    const [plain, drafts, versions] = await Promise.all([receiver(), receiver(), receiver()])
    await addHook(lake.client, plain.url)
    await addHook(lake.client, drafts.url, {includeDrafts: true})
    await addHook(lake.client, versions.url, {includeAllVersions: true})
    const id = newId()
    for (const prefix of ['drafts.', 'versions.r1.', ''])
      await lake.client.create({_id: `${prefix}${id}`, _type: 'page'})
    const idsOf = (deliveries: Delivery[]) =>
      deliveries.map(({headers}) => headers['sanity-document-id']).sort()
    expect(idsOf(await plain.waitForDeliveries(1))).toEqual([id])
    expect(idsOf(await drafts.waitForDeliveries(2))).toEqual([id, `drafts.${id}`])
    expect(idsOf(await versions.waitForDeliveries(2))).toEqual([id, `versions.r1.${id}`])
  })

  it('without a projection gets the document: the current one, or the deleted one', async () => {
    const {url, waitForDeliveries} = await receiver()
    await addHook(lake.client, url)
    const id = newId()
    await createUpdateDelete(id)
    const payloads = (await waitForDeliveries(3)).map(({payload}) => payload)
    const commonFields = {_id: id, _type: 'page', _rev: expect.any(String)}
    expect(payloads).toMatchObject(['one', 'two', 'two'].map((title) => ({...commonFields, title})))
  })

  it('filters and projects by before(), after() and delta::, and follows references', async () => {
    const {url, waitForDeliveries} = await receiver()
    const topic = newId()
    await lake.client.create({_id: topic, _type: 'topic', name: 'Language'})
    await addHook(lake.client, url, {
      rule: {
        filter: '_type == "page" && delta::changedAny((title, topic)) && after().title != "unseen"',
        projection: `{
          "was": before().title, "is": after().title, "topic": topic->name,
          "changed": delta::changedAny(title), "only": delta::changedOnly((title)), "how": delta::operation()
        }`,
      },
    })
    const id = newId()
    await lake.client.create({_id: id, _type: 'page', title: 'one', topic: {_type: 'reference', _ref: topic}})
    await lake.client.patch(id).set({body: 'x'}).commit()
    await lake.client.patch(id).set({title: 'unseen'}).commit()
    await lake.client.patch(id).set({title: 'two'}).commit()
    expect((await waitForDeliveries(2)).map(({payload}) => payload)).toMatchObject([
      {was: null, is: 'one', topic: 'Language', how: 'create'},
      {was: 'unseen', is: 'two', topic: 'Language', changed: true, how: 'update'},
    ])
  })

  it('is sent for one dataset, or for all', async () => {
    await lake.client.datasets.create('other')
    const [one, all] = await Promise.all([receiver(), receiver()])
    await addHook(lake.client, one.url, {dataset: 'other'})
    await addHook(lake.client, all.url, {dataset: '*'})
    const other = clientFor(lake.url, {token, dataset: 'other'})
    for (const client of [lake.client, other]) await client.create({_id: newId(), _type: 'page'})
    const datasets = (deliveries: Delivery[]) => deliveries.map(({headers}) => headers['sanity-dataset'])
    expect(datasets(await one.waitForDeliveries(1))).toEqual(['other'])
    expect(datasets(await all.waitForDeliveries(2)).sort()).toEqual(['other', 'production'])
  })

  it('is sent with its configured method and headers', async () => {
    const {url, waitForDeliveries} = await receiver()
    await addHook(lake.client, url, {
      httpMethod: 'PUT',
      headers: {'x-own': 'yes', 'sanity-dataset': 'forged'},
    })
    await lake.client.create({_id: newId(), _type: 'page'})
    const [delivery] = await waitForDeliveries(1)
    expect([delivery?.method, delivery?.headers['x-own'], delivery?.headers['sanity-dataset']]).toEqual([
      'PUT',
      'yes',
      'production',
    ])
  })

  it('skips the changes while it is disabled', async () => {
    const {url, waitForDeliveries} = await receiver()
    const id = await addHook(lake.client, url)
    await hooksOf(lake.client, `/${id}`, {method: 'PATCH', body: {isDisabledByUser: true}})
    await createUpdateDelete(newId())
    await hooksOf(lake.client, `/${id}`, {method: 'PATCH', body: {isDisabledByUser: false}})
    const seen = newId()
    await lake.client.create({_id: seen, _type: 'page'})
    expect((await waitForDeliveries(1))[0]?.headers['sanity-document-id']).toBe(seen)
  })
})
