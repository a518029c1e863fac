import {createServer, type IncomingHttpHeaders, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {SanityClient} from '@sanity/client'
import {afterEach, expect} from 'vitest'

export type Delivery = {headers: IncomingHttpHeaders; method: string; text: string; payload: unknown}

const receivers: Server[] = []
const hooks: {client: SanityClient; id: string}[] = []

/** Starts a receiver that answers 200, or with `answer`. */
export async function receiver(answer: (response: ServerResponse) => void = (response) => response.end()) {
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
  const waitForDeliveries = async (count: number) => {
    await expect.poll(() => deliveries.length, {message: 'deliveries'}).toBe(count)
    return deliveries
  }
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, deliveries, waitForDeliveries}
}

export const hooksOf = (client: SanityClient, path = '', init: {method?: string; body?: unknown} = {}) =>
  client.withConfig({apiVersion: '2021-10-04'}).request({url: `/hooks/projects/local${path}`, ...init})

/** Creates a webhook. It is deleted after the test. */
export async function addHook(
  client: SanityClient,
  url: string,
  hook: {rule?: object; [field: string]: unknown} = {},
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
  hooks.push({client, id})
  return id
}

afterEach(async () => {
  for (const {client, id} of hooks.splice(0)) {
    // Fails when the test has stopped its lake already.
    await hooksOf(client, `/${id}`, {method: 'DELETE'}).catch(() => undefined)
  }
  for (const server of receivers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
