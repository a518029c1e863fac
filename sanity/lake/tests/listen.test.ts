import type {MutationEvent} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {filter, firstValueFrom, take, toArray} from 'rxjs'
import {describe, expect, it} from 'vitest'
import WebSocket from 'ws'
import {lakeForTests, site, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const member = {authorization: `Bearer ${token}`}

/** Opens a listener, waits until it is open, acts, and gives the first `count` events. */
async function heard(
  count: number,
  query: string,
  params: object,
  options: object,
  act: () => Promise<unknown>,
) {
  const events = lake.member.listen(
    query,
    params as never,
    {
      includeAllVersions: true,
      ...options,
      events: ['welcome', 'mutation'],
    } as never,
  )
  const opened = Promise.withResolvers<void>()
  const collected = firstValueFrom(
    (events as unknown as import('rxjs').Observable<{type: string}>).pipe(
      filter((event) => {
        if (event.type === 'welcome') opened.resolve()
        return event.type === 'mutation'
      }),
      take(count),
      toArray(),
    ),
  )
  await opened.promise
  await act()
  return (await collected) as unknown as MutationEvent[]
}

describe('a listener', () => {
  it('hears of documents that appear, change and disappear', async () => {
    const events = await heard(3, '*[_type == "a" && on == true]', {}, {}, async () => {
      await lake.member.create({_id: 'a', _type: 'a', on: true})
      await lake.member.patch('a').set({title: 'x'}).commit()
      await lake.member.create({_id: 'other', _type: 'b'})
      await lake.member.patch('a').set({on: false}).commit()
    })
    expect(events.map((event) => event.transition)).toEqual(['appear', 'update', 'disappear'])
    expect(events[0]).toMatchObject({documentId: 'a', transactionTotalEvents: 1, transactionCurrentEvent: 0})
    expect(events[1]).toMatchObject({
      previousRev: events[0]?.resultRev,
      resultRev: events[1]?.transactionId,
      result: {_id: 'a', title: 'x'},
    })
  })

  it('hears of a deletion under a revision of its own, so that a new start under the same id can follow', async () => {
    await lake.member.create({_id: 'again', _type: 'c'})
    const [gone, back] = await heard(2, '*[_id == "again"]', {}, {}, async () => {
      await lake.member.delete('again')
      await lake.member.create({_id: 'again', _type: 'c'})
    })
    expect(gone).toMatchObject({transition: 'disappear', resultRev: gone?.transactionId})
    expect(back).toMatchObject({transition: 'appear', resultRev: back?.transactionId})
    expect(back).not.toHaveProperty('previousRev')
  })

  it('gets effects that turn the document before into the one after, and back', async () => {
    await lake.member.createOrReplace({
      _id: 'e',
      _type: 'e',
      text: 'Žluťoučký kůň úpěl',
      blocks: [
        {_key: 'a', _type: 'block', children: [{_key: 's', text: 'one'}]},
        {_key: 'b', n: 1},
      ],
      gone: 1,
    })
    const [event] = await heard(
      1,
      '*[_id == "e"]',
      {},
      {effectFormat: 'mendoza', includePreviousRevision: true},
      () =>
        lake.member
          .patch('e')
          .set({text: 'Žluťoučký koník úpěl', 'blocks[0].children[0].text': 'once', new: {deep: [1]}})
          .unset(['gone', 'blocks[1]'])
          .insert('before', 'blocks[0]', [{_key: 'c', n: 2}])
          .commit(),
    )
    const {_rev: _before, ...before} = event?.previous ?? {}
    const {_rev: _after, ...after} = event?.result ?? {}
    expect(applyPatch(before, event?.effects?.apply ?? [])).toEqual(after)
    expect(applyPatch(after, event?.effects?.revert ?? [])).toEqual(before)
    expect(JSON.stringify(event?.effects?.apply)).not.toContain('Žluťoučký')
  })

  it('is told how many events a transaction has', async () => {
    await lake.member.create({_id: 'drafts.pair', _type: 'pair'})
    const events = await heard(
      2,
      '*[_id in $ids]',
      {ids: ['pair', 'drafts.pair']},
      {effectFormat: 'mendoza'},
      () =>
        lake.member.action({
          actionType: 'sanity.action.document.publish',
          draftId: 'drafts.pair',
          publishedId: 'pair',
        }),
    )
    expect(events.map((event) => [event.documentId, event.transition, event.transactionTotalEvents])).toEqual(
      [
        ['drafts.pair', 'disappear', 2],
        ['pair', 'appear', 2],
      ],
    )
    expect(events[0]?.effects?.apply).toEqual([0, null])
    expect(events[1]?.effects?.revert).toEqual([0, null])
  })
})

describe('a filter', () => {
  it('that does not parse is refused; one that cannot be evaluated ends the stream and harms no write', async () => {
    const refused = await lake.request('/v1/data/listen/production?query=*[', {headers: member})
    expect([refused.status, (await refused.json()).error.type]).toEqual([400, 'queryParseError'])
    const stream = await opened(member, '*[_type == "g" && geo::contains(a, b)]', (text) =>
      text.includes('channelError'),
    )
    expect(await lake.member.create({_id: 'g', _type: 'g'})).toMatchObject({_id: 'g'})
    expect(await stream.text).toContain('not implemented')
  })
})

/** Opens a listen stream, which hears from then on; its text is read until `enough` says so. */
async function opened(headers: Record<string, string>, query: string, enough: (text: string) => boolean) {
  const address = `/v2026-01-01/data/listen/production?${new URLSearchParams({query, includeAllVersions: 'true'})}`
  const abort = new AbortController()
  const response = await lake.request(`${address}&enableResume=true`, {headers, signal: abort.signal})
  const read = async () => {
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (enough(text)) break
    }
    abort.abort()
    return text
  }
  return {text: read()}
}

describe('a lost connection', () => {
  it('is resumed without a gap or a repeat, or honestly reset', async () => {
    const until = (id: string) => (text: string) => text.includes(`"documentId":"${id}"`)
    const first = await opened(member, '*[_type == "r"]', until('r1'))
    await lake.member.create({_id: 'r1', _type: 'r'})
    const lastId = /id: (.+#r1)/.exec(await first.text)?.[1] ?? ''
    await lake.member.transaction().create({_id: 'r2', _type: 'r'}).create({_id: 'r3', _type: 'r'}).commit()
    const back = await opened({...member, 'last-event-id': lastId}, '*[_type == "r"]', until('r3'))
    const resumed = await back.text
    expect(resumed).toMatch(/^event: welcomeback\n/)
    expect(resumed.match(/"documentId":"\w+"/g)).toEqual(['"documentId":"r2"', '"documentId":"r3"'])
    const unknown = await opened({...member, 'last-event-id': 'x#y'}, '*', () => true)
    expect(await unknown.text).toMatch(/^event: reset\n/)
  })
})

describe('the same address as a WebSocket', () => {
  it('sends the same events as server-sent events do', async () => {
    const query = new URLSearchParams({query: '*[_type == "w"]', includeResult: 'true'})
    const socket = new WebSocket(
      `${lake.url.replace('http', 'ws')}/v2026-01-01/data/listen/production?${query}`,
      {
        origin: site,
      },
    )
    const open = new Promise((resolve) => socket.once('open', resolve))
    let overSocket = ''
    const arrived = new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('message', (data) => {
        overSocket += String(data)
        if (overSocket.includes('mutation')) resolve()
      })
    })
    await open
    const overHttp = await opened(member, '*[_type == "w"]', (text) => text.includes('mutation'))
    await lake.member.create({_id: 'w', _type: 'w'})
    await arrived
    socket.close()
    const withoutName = (text: string) => text.replace(/"listenerName":"[^"]+"/, '')
    expect(withoutName(overSocket)).toBe(withoutName(await overHttp.text))
  })

  it('is refused to a foreign page', async () => {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/data/listen/production?query=*`, {
      origin: 'https://evil.example',
    })
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    })
    expect(status).toBe(403)
  })
})

describe('presence', () => {
  it('shows one tab to another, and its going', async () => {
    const open = async () => {
      const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`, {
        origin: site,
      })
      await new Promise((resolve) => socket.once('open', resolve))
      return socket
    }
    const call = (socket: WebSocket, method: string, params: object) =>
      socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
    const [one, two] = await Promise.all([open(), open()])
    const heardByOne: unknown[] = []
    const subscribed = new Promise<void>((resolve) => {
      one.on('message', (data) => {
        const message = JSON.parse(String(data))
        if (message.id) resolve()
        else heardByOne.push(message.params.result)
      })
    })
    call(one, 'presence_subscribe', {})
    await subscribed
    call(two, 'presence_announce', {data: {sessionId: 'tab-two', locations: [{documentId: 'x'}]}})
    await expect.poll(() => heardByOne).toMatchObject([{type: 'state', m: {sessionId: 'tab-two'}}])
    two.terminate()
    await expect.poll(() => heardByOne).toHaveLength(2)
    expect(heardByOne[1]).toMatchObject({type: 'disconnect', m: {session: 'tab-two'}})
    one.close()
  })
})
