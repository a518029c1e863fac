import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {describe, expect, it} from 'vitest'
import {lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const get = (url: string) => lake.client.request({url})

describe('requests of the Studio besides content', () => {
  it('return one user, who may do everything', async () => {
    const me = await lake.client.users.getById('me')
    expect(me).toMatchObject({role: 'administrator', roles: [{name: 'administrator'}]})
    expect(await get(`/users/${me.id},nobody`)).toMatchObject([{id: me.id, isCurrentUser: true}])
    expect(await get('/projects/local/datasets/production/acl')).toMatchObject([
      {permissions: expect.arrayContaining(['read', 'create', 'update', 'history'])},
    ])
  })

  it('return one project with its datasets', async () => {
    expect(await lake.client.projects.getById('local')).toMatchObject({id: 'local', isBlocked: false})
    expect(await lake.client.datasets.list()).toMatchObject([{name: 'production', aclMode: 'public'}])
    await expect(get('/projects/another')).rejects.toMatchObject({statusCode: 404})
  })

  it('store settings', async () => {
    const body = [{key: 'studio.sort', value: {by: 'title'}}]
    expect(await lake.client.request({url: '/users/me/keyvalue', method: 'PUT', body})).toEqual(body)
    expect(await get('/users/me/keyvalue/studio.sort,unknown')).toEqual(body)
  })

  it('enable content releases and scheduled drafts, and no other paid feature, offer or telemetry', async () => {
    expect(await get('/features')).toEqual(['contentReleases', 'singleDocRelease'])
    expect(await get('/projects/local/new-content-release-allowed')).toMatchObject({
      data: {orgActiveReleaseLimit: null},
    })
    expect(await get('/journey/trial')).toBeNull()
    expect(await get('/intake/telemetry-status')).toEqual({status: 'denied'})
    expect(await get('/ping')).toBeTruthy()
  })

  it('accept the preview secret of the Presentation tool', async () => {
    const {secret} = await createPreviewSecret(lake.client, 'test', 'http://localhost:4100/studio', 'someone')
    const preview = (key: string) =>
      validatePreviewUrl(
        lake.client,
        `http://localhost:4100/api/draft-mode/enable?sanity-preview-secret=${key}&sanity-preview-pathname=/cs`,
      )
    expect(await preview(secret)).toMatchObject({isValid: true, redirectTo: '/cs'})
    expect(await preview('another')).toMatchObject({isValid: false})
  })
})

describe('live events', () => {
  const listen = async (lastEventId?: string) => {
    const abort = new AbortController()
    const response = await lake.request('/v2025-02-19/data/live/events/production', {
      headers: {authorization: `Bearer ${token}`, ...(lastEventId ? {'last-event-id': lastEventId} : {})},
      signal: abort.signal,
    })
    const chunks = response.body?.[Symbol.asyncIterator]()
    let received = ''
    /** Reads until the text contains `what`. @returns all text. */
    const readUntil = async (what: string) => {
      while (!received.includes(what)) {
        const {value, done} = (await chunks?.next()) ?? {done: true}
        if (done) throw new Error(`The stream ended without ${what}: ${received}`)
        received += new TextDecoder().decode(value)
      }
      return received
    }
    return {readUntil, stop: () => abort.abort()}
  }

  it('have the sync tag of a query', async () => {
    const {syncTags} = await lake.client.fetch('count(*)', {}, {filterResponse: false})
    const {readUntil, stop} = await listen()
    expect(await readUntil('\n\n')).toMatch(/^event: welcome\n/)
    await lake.client.create({_id: 'live', _type: 'page'})
    await readUntil(JSON.stringify({tags: syncTags}).slice(1, -1))
    stop()
  })

  it('are sent after a reconnect, or restart is sent when they are unknown', async () => {
    const first = await listen()
    const id = /^id: (.+)$/m.exec(await first.readUntil('\n\n'))?.[1]
    first.stop()
    const {_rev} = await lake.client.createOrReplace({_id: 'missed', _type: 'page'})
    const resumed = await listen(id)
    expect(await resumed.readUntil(`event: message\nid: ${_rev}\n`)).toMatch(/^event: welcome\n/)
    resumed.stop()
    const restarted = await listen('unknown')
    await restarted.readUntil('event: restart\n')
    restarted.stop()
  })
})
