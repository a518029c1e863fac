import type {createClient} from '@sanity/client'
import {firstValueFrom, type Observable} from 'rxjs'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {embeddedLake} from '../src/studio/embedded-lake.ts'
import {lakeForTests, token} from './lake-for-tests.ts'
import {receiver} from './webhook-receiver.ts'

const lake = lakeForTests()
const workspace = {name: 'recipes', title: 'Recipes', projectId: 'local', dataset: 'production'}
const headers = {authorization: `Bearer ${token}`}

type Connected = typeof workspace & {
  apiHost: string
  auth: {state: Observable<unknown>}
  unstable_clientFactory: typeof createClient
}

describe('a Studio configuration', () => {
  it('stays as it is without a lake', () => {
    for (const url of [undefined, '']) expect(embeddedLake(url, workspace)).toBe(workspace)
  })

  it('signs the editor in at the lake, and sends the given headers with each request', async () => {
    const connected = embeddedLake(`${lake.url}/`, workspace, {headers}) as Connected
    expect(connected).toMatchObject({...workspace, apiHost: lake.url})
    expect(await firstValueFrom(connected.auth.state)).toMatchObject({
      authenticated: true,
      currentUser: {role: 'administrator'},
    })
    const client = connected.unstable_clientFactory({
      projectId: 'local',
      dataset: 'production',
      perspective: 'raw',
    })
    await client.create({_id: 'drafts.soup', _type: 'recipe'})
    expect(await client.withConfig({perspective: 'drafts'}).fetch('*[0]._type')).toBe('recipe')
  })

  it('keeps its document options, without comments, which need a service of Sanity', () => {
    const badges = () => []
    expect(
      embeddedLake(lake.url, {...workspace, document: {badges, comments: {enabled: true}}}),
    ).toMatchObject({
      document: {badges, comments: {enabled: false}},
      tasks: {enabled: false},
    })
  })

  it('may have several workspaces', () => {
    const connected = embeddedLake(lake.url, [workspace, {...workspace, name: 'menus'}])
    expect(connected).toMatchObject([
      {name: 'recipes', apiHost: lake.url},
      {name: 'menus', apiHost: lake.url},
    ])
  })
})

describe('on the Studio’s page', () => {
  const native = globalThis.fetch
  beforeAll(() => {
    vi.stubGlobal('document', {})
    embeddedLake(lake.url, workspace)
  })
  afterAll(() => {
    vi.unstubAllGlobals()
    globalThis.fetch = native
  })

  it('requests for Sanity’s API go to the lake', async () => {
    for (const host of ['local.api.sanity.io', 'api.sanity.io']) {
      const response = await fetch(`https://${host}/v1/users/me`, {headers})
      expect([host, await response.json()]).toMatchObject([host, {provider: 'embedded'}])
    }
    const body = JSON.stringify({mutations: [{create: {_id: 'moved', _type: 'recipe'}}]})
    const response = await fetch('https://local.api.sanity.io/v1/data/mutate/production', {
      method: 'POST',
      headers,
      body,
    })
    expect(response.status).toBe(200)
    expect(await lake.client.getDocument('moved')).toBeTruthy()
  })

  it('Sanity’s other hosts are not called, and hosts of others are', async () => {
    for (const url of ['https://www.sanity.io/news', 'https://sanity-cdn.com/v1/modules'])
      expect(await (await fetch(url)).json()).toEqual({})
    const {url, waitForDeliveries} = await receiver((response) => response.end('from elsewhere'))
    expect(await (await fetch(url)).text()).toBe('from elsewhere')
    await waitForDeliveries(1)
  })

  it('listeners use a WebSocket, which does not count for the browser’s six connections', async () => {
    const opened = vi.spyOn(globalThis, 'WebSocket')
    const query = encodeURIComponent('*[_type == "recipe"]')
    const abort = new AbortController()
    const response = await fetch(`${lake.url}/v1/data/listen/production?query=${query}`, {
      signal: abort.signal,
    })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const chunks = response.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]()
    expect((await chunks?.next())?.value).toContain('event: welcome')
    await lake.client.create({_id: 'heard', _type: 'recipe'})
    expect((await chunks?.next())?.value).toContain('"documentId":"heard"')
    expect(opened).toHaveBeenCalledOnce()
    abort.abort()
    await expect(chunks?.next()).rejects.toThrow()
  })
})
