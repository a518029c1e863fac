import {rmSync} from 'node:fs'
import {createServer, type IncomingHttpHeaders, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {SanityClient} from '@sanity/client'
import {afterEach, describe, expect, it} from 'vitest'
import {startLake} from '#sanity/lake/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'

const lake = lakeForTests()

type Delivery = {headers: IncomingHttpHeaders; method: string; text: string; payload: unknown}

const receivers: Server[] = []
const hookIds: string[] = []

/** A receiver that answers 200, or whatever `answer` does. */
async function receiver(answer: (response: ServerResponse) => void = (response) => response.end()) {
  const deliveries: Delivery[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const {headers, method = ''} = request
    deliveries.push({headers, method, text, payload: text ? JSON.parse(text) : undefined})
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receivers.push(server)
  const heard = async (count: number) => {
    await expect.poll(() => deliveries.length, {timeout: 4000, interval: 10}).toBe(count)
    return deliveries
  }
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, deliveries, heard}
}

const hooksOf = (client: SanityClient, path = '', init: {method?: string; body?: unknown} = {}) =>
  client.withConfig({apiVersion: '2021-10-04'}).request({url: `/hooks/projects/local${path}`, ...init})

async function addHook(
  url: string,
  hook: {rule?: object; [field: string]: unknown} = {},
  client = lake.member,
) {
  const {rule, ...rest} = hook
  const body = {
    name: 'A hook',
    url,
    dataset: 'production',
    rule: {on: ['create', 'update', 'delete'], ...rule},
    ...rest,
  }
  const {id} = (await hooksOf(client, '', {method: 'POST', body})) as {id: string}
  if (client === lake.member) hookIds.push(id)
  return id
}

afterEach(async () => {
  for (const id of hookIds.splice(0)) await hooksOf(lake.member, `/${id}`, {method: 'DELETE'})
  for (const server of receivers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

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
    await addHook(created.url, {rule: {on: ['create']}})
    await addHook(updated.url, {rule: {on: ['update']}})
    await addHook(deleted.url, {rule: {on: ['delete']}})
    await addHook(all.url)
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
    await addHook(slow.url)
    await addHook(quick.url)
    const ids = Array.from({length: 40}, newId)
    await lake.member.mutate(ids.map((_id) => ({create: {_id, _type: 'page'}})))
    // The slow one never answers, and is given half a minute.
    await quick.heard(40)
    await slow.heard(5)
    expect(most).toBe(5)
  })

  it('tell of every document of a transaction, each with a key of its own', async () => {
    const {url, heard} = await receiver()
    await addHook(url)
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
    await addHook(plain.url)
    await addHook(drafts.url, {includeDrafts: true})
    await addHook(versions.url, {includeAllVersions: true})
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
    await addHook(url)
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
    await addHook(url, {
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
    await addHook(one.url, {dataset: 'other'})
    await addHook(all.url, {dataset: '*'})
    const other = clientFor(lake.url, {token, dataset: 'other'})
    for (const client of [lake.member, other]) await client.create({_id: newId(), _type: 'page'})
    const datasets = (deliveries: Delivery[]) => deliveries.map(({headers}) => headers['sanity-dataset'])
    expect(datasets(await one.heard(1))).toEqual(['other'])
    expect(datasets(await all.heard(2)).sort()).toEqual(['other', 'production'])
  })

  it('is sent with the method and headers it was set up with', async () => {
    const {url, heard} = await receiver()
    await addHook(url, {httpMethod: 'PUT', headers: {'x-own': 'yes', 'sanity-dataset': 'forged'}})
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
    const id = await addHook(url)
    await hooksOf(lake.member, `/${id}`, {method: 'PATCH', body: {isDisabledByUser: true}})
    await live(newId())
    // A disabled hook moves along with the log, which happens after the write is answered.
    await new Promise((resolve) => setTimeout(resolve, 100))
    await hooksOf(lake.member, `/${id}`, {method: 'PATCH', body: {isDisabledByUser: false}})
    const seen = newId()
    await lake.member.create({_id: seen, _type: 'page'})
    expect((await heard(1))[0]?.headers['sanity-document-id']).toBe(seen)
  })
})

describe('an answer', () => {
  const attemptsOf = async (id: string) =>
    (await hooksOf(lake.member, `/${id}/attempts`)) as {
      resultCode: number
      resultBody: string
      isFailure: boolean
    }[]

  it('that redirects is not followed, and is a failure', async () => {
    const target = await receiver()
    const {url} = await receiver((response) => response.writeHead(302, {location: target.url}).end())
    const id = await addHook(url)
    await lake.member.create({_id: newId(), _type: 'page'})
    await expect.poll(() => attemptsOf(id)).toMatchObject([{resultCode: 302, isFailure: true}])
    expect(target.deliveries).toEqual([])
  })

  it('of 429 is a reason to try again, with what waits behind it in order', async () => {
    const codes = [429]
    const {url, heard} = await receiver((response) => response.writeHead(codes.shift() ?? 200).end())
    await addHook(url, {rule: {projection: '{title}'}})
    const id = newId()
    await lake.member.create({_id: id, _type: 'page', title: 'one'})
    await lake.member.patch(id).set({title: 'two'}).commit()
    const titles = (await heard(3)).map(({payload}) => (payload as {title: string}).title)
    expect(titles).toEqual(['one', 'one', 'two'])
  })

  it('without an end is read only as far as it is logged', async () => {
    const {url} = await receiver((response) => {
      const write = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', write)
      write()
    })
    const id = await addHook(url)
    await lake.member.create({_id: newId(), _type: 'page'})
    await expect.poll(() => attemptsOf(id)).toMatchObject([{resultCode: 200, resultBody: 'x'.repeat(2000)}])
  })
})

describe('what could not be delivered', () => {
  it('is delivered after a restart, with the same key', async () => {
    const dir = temporaryFolder()
    const codes = [503]
    const {url, heard} = await receiver((response) => response.writeHead(codes.shift() ?? 200).end())
    const first = await startLake(optionsFor(dir))
    const before = clientFor(first.url, {token})
    await addHook(url, {}, before)
    await before.create({_id: 'waits', _type: 'page'})
    await heard(1)
    await first.close()
    const second = await startLake(optionsFor(dir))
    const [refused, taken] = await heard(2)
    expect(taken?.headers['idempotency-key']).toBe(refused?.headers['idempotency-key'])
    expect(taken?.text).toBe(refused?.text)
    await second.close()
    rmSync(dir, {recursive: true})
  })
})
