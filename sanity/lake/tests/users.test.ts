import {describe, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {clientFor, lakeForTests, site, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const name = 'Žofie Nováková'

const named = (user: string) =>
  clientFor(lake.url, {token, perspective: 'raw', headers: {'X-User-Name': encodeURIComponent(user)}})

const usersById = (ids: string) =>
  lake.client.request<{id: string; displayName: string; isCurrentUser: boolean}>({url: `/users/${ids}`})

async function authorOf(id: string): Promise<string> {
  const text: string = await lake.client.request({url: `/data/history/production/transactions/${id}`})
  return JSON.parse(text.trim().split('\n').at(-1) ?? '').author
}

describe('a user who says a name', () => {
  it('has it in mutations, actions, uploads, queries and the list of users', async () => {
    const client = named(name)
    const me = await client.users.getById('me')
    expect(me.name).toBe(name)
    await client.create({_id: 'mutated', _type: 'note'})
    await client.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'acted',
      attributes: {_id: 'drafts.acted', _type: 'note'},
      ifExists: 'fail',
    })
    const file = await client.assets.upload('file', Buffer.from('text'))
    for (const id of ['mutated', 'drafts.acted', file._id]) expect(await authorOf(id)).toBe(me.id)
    expect(await client.fetch('identity()')).toBe(me.id)
    expect(await usersById(me.id)).toMatchObject({displayName: name, isCurrentUser: false})
  })

  it('is the same user in another browser, however the name was typed', async () => {
    const me = await named(name).users.getById('me')
    expect(await named(`  ${name.normalize('NFD')} `).users.getById('me')).toEqual(me)
    expect((await named('Žofie').users.getById('me')).id).not.toBe(me.id)
  })

  it('is told apart in presence', async () => {
    const me = await named(name).users.getById('me')
    const connect = async (search: string) => {
      const socket = new WebSocket(
        `${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production?${search}`,
        {origin: site},
      )
      await new Promise((resolve) => socket.once('open', resolve))
      return socket
    }
    const call = (socket: WebSocket, method: string, params: object) =>
      socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
    const unnamed = await connect('tag=x')
    const other = await connect(new URLSearchParams({userName: name}).toString())
    const states: unknown[] = []
    const subscribed = new Promise<void>((resolve) => {
      unnamed.on('message', (data) => {
        const message = JSON.parse(String(data))
        if (message.id === 'presence_subscribe') resolve()
        if (message.params) states.push(message.params.result)
      })
    })
    call(unnamed, 'presence_subscribe', {})
    await subscribed
    call(other, 'presence_announce', {data: {sessionId: 'other', locations: []}})
    await expect.poll(() => states).toMatchObject([{type: 'state', i: me.id}])
    call(unnamed, 'presence_announce', {data: {sessionId: 'own', locations: []}})
    await expect.poll(() => states).toMatchObject([{i: me.id}, {i: 'local-member'}])
    other.terminate()
    await expect.poll(() => states[2]).toMatchObject({type: 'disconnect', i: me.id})
    unnamed.close()
  })

  it('gets no rights by it', async () => {
    const visitor = clientFor(lake.url, {headers: {'X-User-Name': encodeURIComponent(name)}})
    expect(await visitor.fetch('identity()')).toBe('<anonymous>')
    await expect(visitor.create({_type: 'note'})).rejects.toMatchObject({statusCode: 401})
    await expect(visitor.users.getById('me')).rejects.toMatchObject({statusCode: 401})
  })
})

describe('a name', () => {
  it('that is too long, invisible or wrongly encoded is refused with the reason', async () => {
    for (const wrong of ['x'.repeat(61), 'Jana\u202eAdmin', 'Jana\u200b', 'Jana\n'.repeat(2)])
      await expect(named(wrong).users.getById('me')).rejects.toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('at most 60 characters'),
      })
    const headers = {authorization: `Bearer ${token}`, 'x-user-name': '%E0%A4%A'}
    const answer = await lake.request('/v1/users/me', {headers})
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('percent-encoded')])
  })

  it('of 60 characters of any script is kept', async () => {
    const long = '𐍈'.repeat(60)
    const me = await named(long).users.getById('me')
    expect(await usersById(me.id)).toMatchObject({displayName: long})
  })

  it('that is empty is the default user, and ids that contain no name are unknown', async () => {
    expect((await named(' ').users.getById('me')).id).toBe('local-member')
    for (const id of ['named-', 'named-%20', 'named-_w', 'named-IEphbmE', 'constructor'])
      await expect(usersById(id)).rejects.toMatchObject({statusCode: 404})
  })
})
