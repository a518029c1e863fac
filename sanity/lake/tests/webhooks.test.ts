import {createServer, type IncomingHttpHeaders} from 'node:http'
import type {AddressInfo} from 'node:net'
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()
const secret = 'a-secret-for-tests'

type Delivery = {headers: IncomingHttpHeaders; body: string}
const deliveries: Delivery[] = []
const answers: number[] = []
const receiver = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  deliveries.push({headers: request.headers, body})
  response.statusCode = answers.shift() ?? 200
  response.end()
})

const onlyHookId = async () => {
  const [hook] = (await hooks()) as {id: string}[]
  return hook?.id
}

const hooks = (path = '', init: {method?: string; body?: unknown} = {}) =>
  lake.client.withConfig({apiVersion: '2021-10-04'}).request({url: `/hooks/projects/local${path}`, ...init})

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  await hooks('', {
    method: 'POST',
    body: {
      name: 'Revalidate',
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
      dataset: 'production',
      rule: {
        on: ['create', 'update', 'delete'],
        filter: '_type == "page" && (delta::operation() != "update" || delta::changedAny(title))',
        projection: '{_id, "operation": delta::operation(), "old": before().title, "new": after().title}',
      },
      secret,
    },
  })
})
afterAll(() => new Promise((resolve) => receiver.close(resolve)))

const waitForDeliveries = async (count: number) => {
  await expect.poll(() => deliveries.length, {message: 'deliveries'}).toBe(count)
  return deliveries.splice(0).map(({headers, body}) => ({headers, body, payload: JSON.parse(body)}))
}

describe('a webhook', () => {
  it('is delivered with its projection, signature and headers', async () => {
    const {_rev} = await lake.client.create({_id: 'p', _type: 'page', title: 'one'})
    const [delivery] = await waitForDeliveries(1)
    expect(delivery?.payload).toEqual({_id: 'p', operation: 'create', old: null, new: 'one'})
    const signature = String(delivery?.headers[SIGNATURE_HEADER_NAME])
    expect(await isValidSignature(delivery?.body ?? '', signature, secret)).toBe(true)
    expect(delivery?.headers).toMatchObject({
      'content-type': 'application/json',
      'sanity-document-id': 'p',
      'sanity-dataset': 'production',
      'sanity-project-id': 'local',
      'sanity-operation': 'create',
      'sanity-transaction-id': _rev,
      'idempotency-key': expect.any(String),
      'sanity-webhook-id': expect.any(String),
    })
  })

  it('is sent only for changes that its filter accepts, and for no draft', async () => {
    await lake.client.create({_id: 'drafts.p', _type: 'page', title: 'draft'})
    await lake.client.create({_id: 'q', _type: 'other'})
    await lake.client.patch('p').set({body: 'unseen'}).commit()
    await lake.client.patch('p').set({title: 'two'}).commit()
    await lake.client.delete('p')
    const payloads = (await waitForDeliveries(2)).map(({payload}) => payload)
    expect(payloads).toEqual([
      {_id: 'p', operation: 'update', old: 'one', new: 'two'},
      {_id: 'p', operation: 'delete', old: 'two', new: null},
    ])
  })

  it('is retried with the same key until it succeeds, in order, and logged', async () => {
    answers.push(503)
    await lake.client.create({_id: 'r', _type: 'page', title: 'first'})
    await lake.client.patch('r').set({title: 'second'}).commit()
    const [refused, retried, next] = await waitForDeliveries(3)
    expect(retried?.body).toBe(refused?.body)
    expect(retried?.headers['idempotency-key']).toBe(refused?.headers['idempotency-key'])
    expect(next?.payload.new).toBe('second')
    const id = await onlyHookId()
    const attempts = (await hooks(`/${id}/attempts`)) as {resultCode: number; isFailure: boolean}[]
    expect(attempts.filter(({isFailure}) => isFailure)).toMatchObject([{resultCode: 503}])
    expect(await hooks(`/${id}/messages`)).toContainEqual(
      expect.objectContaining({status: 'success', failureCount: 1}),
    )
  })

  it('is not retried after a 400', async () => {
    answers.push(400)
    await lake.client.create({_id: 'bad', _type: 'page', title: 'x'})
    await waitForDeliveries(1)
    const id = await onlyHookId()
    await expect
      .poll(() => hooks(`/${id}/messages`))
      .toContainEqual(expect.objectContaining({documentId: 'bad', status: 'failure'}))
  })
})

describe('the webhooks API', () => {
  it('creates, changes, disables and deletes; secrets are never returned', async () => {
    const [hook] = (await hooks()) as {id: string}[]
    expect(hook).toMatchObject({name: 'Revalidate', hasSecret: true})
    expect(hook).not.toHaveProperty('secret')
    await hooks(`/${hook?.id}`, {method: 'PATCH', body: {isDisabledByUser: true}})
    await lake.client.create({_id: 'silent', _type: 'page', title: 'x'})
    await hooks(`/${hook?.id}`, {method: 'DELETE'})
    expect(await hooks()).toEqual([])
    expect(deliveries).toEqual([])
  })

  it('names every wrong field of a webhook', async () => {
    const attempt = hooks('', {
      method: 'POST',
      body: {name: 'x', url: 'ftp://x', dataset: 'production', rule: {on: ['create'], filter: '_type =='}},
    })
    await expect(attempt).rejects.toThrow(/must be an http\(s\) address[\s\S]*is not GROQ/)
  })
})
