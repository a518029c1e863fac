import {describe, expect, it} from 'vitest'
import {clientFor, lakeForTests, token} from './lake-for-tests.ts'
import {addHook, type Delivery, hooksOf, receiver} from './webhook-receiver.ts'

const lake = lakeForTests()

let last = 0
const newId = () => `doc-${++last}`

/** Created, changed and deleted. */
async function live(id: string, client = lake.member) {
  await client.create({_id: id, _type: 'page', title: 'one'})
  await client.patch(id).set({title: 'two'}).commit()
  await client.delete(id)
}

const operations = (deliveries: Delivery[]) => deliveries.map(({headers}) => headers['sanity-operation'])

describe('several webhooks', () => {
  it('each hear of what they asked for', async () => {
    const made = await Promise.all([receiver(), receiver(), receiver(), receiver()])
    const [created, updated, deleted, all] = made
    await addHook(lake.member, created.url, {rule: {on: ['create']}})
    await addHook(lake.member, updated.url, {rule: {on: ['update']}})
    await addHook(lake.member, deleted.url, {rule: {on: ['delete']}})
    await addHook(lake.member, all.url)
    await live(newId())
    expect(operations(await created.heard(1))).toEqual(['create'])
    expect(operations(await updated.heard(1))).toEqual(['update'])
    expect(operations(await deleted.heard(1))).toEqual(['delete'])
    expect(operations(await all.heard(3))).toEqual(['create', 'update', 'delete'])
    const keys = new Set(
      made.flatMap(({deliveries}) => deliveries.map(({headers}) => headers['idempotency-key'])),
    )
    expect(keys.size).toBe(6)
  })

  it('do not wait for one whose receiver is slow, nor does one document for another', async () => {
    let open = 0
    let most = 0
    const slow = await receiver(() => {
      open += 1
      most = Math.max(most, open)
    })
    const quick = await receiver()
    await addHook(lake.member, slow.url)
    await addHook(lake.member, quick.url)
    const ids = Array.from({length: 40}, newId)
    await lake.member.mutate(ids.map((_id) => ({create: {_id, _type: 'page'}})))
    // The slow one never answers, and is given half a minute.
    await quick.heard(40)
    await slow.heard(5)
    expect(most).toBe(5)
  })

  it('tell of every document of a transaction, each with a key of its own', async () => {
    const {url, heard} = await receiver()
    await addHook(lake.member, url)
    const {transactionId} = await lake.member.mutate(
      [newId(), newId(), newId()].map((_id) => ({create: {_id, _type: 'page'}})),
      {returnDocuments: false, returnFirst: false},
    )
    const deliveries = await heard(3)
    expect(deliveries.map(({headers}) => headers['sanity-transaction-id'])).toEqual(
      Array(3).fill(transactionId),
    )
    expect(new Set(deliveries.map(({headers}) => headers['idempotency-key'])).size).toBe(3)
  })
})

describe('a webhook', () => {
  it('hears of drafts and versions only if it asks to', async () => {
    const [plain, drafts, versions] = await Promise.all([receiver(), receiver(), receiver()])
    await addHook(lake.member, plain.url)
    await addHook(lake.member, drafts.url, {includeDrafts: true})
    await addHook(lake.member, versions.url, {includeAllVersions: true})
    const id = newId()
    for (const prefix of ['drafts.', 'versions.r1.', ''])
      await lake.member.create({_id: `${prefix}${id}`, _type: 'page'})
    const idsOf = (deliveries: Delivery[]) =>
      deliveries.map(({headers}) => headers['sanity-document-id']).sort()
    expect(idsOf(await plain.heard(1))).toEqual([id])
    expect(idsOf(await drafts.heard(2))).toEqual([id, `drafts.${id}`])
    expect(idsOf(await versions.heard(2))).toEqual([id, `versions.r1.${id}`])
  })

  it('without a projection gets the document: as it is now, or as it was', async () => {
    const {url, heard} = await receiver()
    await addHook(lake.member, url)
    const id = newId()
    await live(id)
    const payloads = (await heard(3)).map(({payload}) => payload)
    const common = {_id: id, _type: 'page', _rev: expect.any(String)}
    expect(payloads).toMatchObject(['one', 'two', 'two'].map((title) => ({...common, title})))
  })

  it('filters and projects by before(), after() and delta::, and follows references', async () => {
    const {url, heard} = await receiver()
    const topic = newId()
    await lake.member.create({_id: topic, _type: 'topic', name: 'Language'})
    await addHook(lake.member, url, {
      rule: {
        filter: '_type == "page" && delta::changedAny((title, topic)) && after().title != "unseen"',
        projection: `{
          "was": before().title, "is": after().title, "topic": topic->name,
          "changed": delta::changedAny(title), "only": delta::changedOnly((title)), "how": delta::operation()
        }`,
      },
    })
    const id = newId()
    await lake.member.create({_id: id, _type: 'page', title: 'one', topic: {_type: 'reference', _ref: topic}})
    await lake.member.patch(id).set({body: 'x'}).commit()
    await lake.member.patch(id).set({title: 'unseen'}).commit()
    await lake.member.patch(id).set({title: 'two'}).commit()
    expect((await heard(2)).map(({payload}) => payload)).toMatchObject([
      {was: null, is: 'one', topic: 'Language', how: 'create'},
      {was: 'unseen', is: 'two', topic: 'Language', changed: true, how: 'update'},
    ])
  })

  it('belongs to one dataset, or to all', async () => {
    await lake.member.datasets.create('other')
    const [one, all] = await Promise.all([receiver(), receiver()])
    await addHook(lake.member, one.url, {dataset: 'other'})
    await addHook(lake.member, all.url, {dataset: '*'})
    const other = clientFor(lake.url, {token, dataset: 'other'})
    for (const client of [lake.member, other]) await client.create({_id: newId(), _type: 'page'})
    const datasets = (deliveries: Delivery[]) => deliveries.map(({headers}) => headers['sanity-dataset'])
    expect(datasets(await one.heard(1))).toEqual(['other'])
    expect(datasets(await all.heard(2)).sort()).toEqual(['other', 'production'])
  })

  it('is sent with the method and headers it was set up with', async () => {
    const {url, heard} = await receiver()
    await addHook(lake.member, url, {
      httpMethod: 'PUT',
      headers: {'x-own': 'yes', 'sanity-dataset': 'forged'},
    })
    await lake.member.create({_id: newId(), _type: 'page'})
    const [delivery] = await heard(1)
    expect([delivery?.method, delivery?.headers['x-own'], delivery?.headers['sanity-dataset']]).toEqual([
      'PUT',
      'yes',
      'production',
    ])
  })

  it('is switched off and on again, and hears nothing of the time between', async () => {
    const {url, heard} = await receiver()
    const id = await addHook(lake.member, url)
    await hooksOf(lake.member, `/${id}`, {method: 'PATCH', body: {isDisabledByUser: true}})
    await live(newId())
    await hooksOf(lake.member, `/${id}`, {method: 'PATCH', body: {isDisabledByUser: false}})
    const seen = newId()
    await lake.member.create({_id: seen, _type: 'page'})
    expect((await heard(1))[0]?.headers['sanity-document-id']).toBe(seen)
  })
})
