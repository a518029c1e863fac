import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {describe, expect, it} from 'vitest'
import {lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const get = (url: string) => lake.member.request({url})

describe('what the Studio asks besides content', () => {
  it('has one user, who may do everything', async () => {
    const me = await lake.member.users.getById('me')
    expect(me).toMatchObject({role: 'administrator', roles: [{name: 'administrator'}]})
    expect(await get(`/users/${me.id},nobody`)).toMatchObject([{id: me.id, isCurrentUser: true}])
    expect(await get('/projects/local/datasets/production/acl')).toMatchObject([
      {permissions: expect.arrayContaining(['read', 'create', 'update', 'history'])},
    ])
  })

  it('has one project with its datasets', async () => {
    expect(await lake.member.projects.getById('local')).toMatchObject({id: 'local', isBlocked: false})
    expect(await lake.member.datasets.list()).toMatchObject([{name: 'production', aclMode: 'public'}])
    await expect(get('/projects/another')).rejects.toMatchObject({statusCode: 404})
  })

  it('remembers settings', async () => {
    const body = [{key: 'studio.sort', value: {by: 'title'}}]
    expect(await lake.member.request({url: '/users/me/keyvalue', method: 'PUT', body})).toEqual(body)
    expect(await get('/users/me/keyvalue/studio.sort,unknown')).toEqual(body)
  })

  it('has content releases, and no other paid feature, offer or telemetry', async () => {
    expect(await get('/features')).toEqual(['contentReleases'])
    expect(await get('/projects/local/new-content-release-allowed')).toMatchObject({
      data: {orgActiveReleaseLimit: null},
    })
    expect(await get('/journey/trial')).toBeNull()
    expect(await get('/intake/telemetry-status')).toEqual({status: 'denied'})
    expect(await get('/ping')).toBeTruthy()
  })

  it('opens a preview with the secret that the Presentation tool made', async () => {
    const {secret} = await createPreviewSecret(lake.member, 'test', 'http://localhost:4100/studio', 'someone')
    const preview = (key: string) =>
      validatePreviewUrl(
        lake.member,
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
    let heard = ''
    /** All that was heard, once it holds this. */
    const hear = async (what: string) => {
      while (!heard.includes(what)) {
        const {value, done} = (await chunks?.next()) ?? {done: true}
        if (done) throw new Error(`The stream ended without ${what}: ${heard}`)
        heard += new TextDecoder().decode(value)
      }
      return heard
    }
    return {hear, stop: () => abort.abort()}
  }

  it('name the tag of what every query read', async () => {
    const {syncTags} = await lake.member.fetch('count(*)', {}, {filterResponse: false})
    const {hear, stop} = await listen()
    expect(await hear('\n\n')).toMatch(/^event: welcome\n/)
    await lake.member.create({_id: 'live', _type: 'page'})
    await hear(JSON.stringify({tags: syncTags}).slice(1, -1))
    stop()
  })

  it('that were missed come after the connection was lost; where they are unknown all has to be read anew', async () => {
    const first = await listen()
    const id = /^id: (.+)$/m.exec(await first.hear('\n\n'))?.[1]
    first.stop()
    const {_rev} = await lake.member.createOrReplace({_id: 'missed', _type: 'page'})
    const back = await listen(id)
    expect(await back.hear(`event: message\nid: ${_rev}\n`)).toMatch(/^event: welcome\n/)
    back.stop()
    const lost = await listen('unknown')
    await lost.hear('event: restart\n')
    lost.stop()
  })
})
