import type {MutationEvent} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {filter, firstValueFrom, take, toArray} from 'rxjs'
import {describe, expect, it} from 'vitest'
import WebSocket from 'ws'
import {lakeForTests, site, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const authorized = {authorization: `Bearer ${token}`}

/** Opens a listener, waits for its welcome, runs `action`, and returns the first `count` events. */
async function collectEvents(
  count: number,
  query: string,
  params: object,
  options: object,
  action: () => Promise<unknown>,
) {
  const events = lake.client.listen(
    query,
    params as never,
    {
      includeAllVersions: true,
      ...options,
      events: ['welcome', 'mutation'],
    } as never,
  )
  const isOpen = Promise.withResolvers<void>()
  const collected = firstValueFrom(
    (events as unknown as import('rxjs').Observable<{type: string}>).pipe(
      filter((event) => {
        if (event.type === 'welcome') isOpen.resolve()
        return event.type === 'mutation'
      }),
      take(count),
      toArray(),
    ),
  )
  await isOpen.promise
  await action()
  return (await collected) as unknown as MutationEvent[]
}

describe('a listener', () => {
  it('gets events for documents that appear, change and disappear', async () => {
    const events = await collectEvents(3, '*[_type == "a" && on == true]', {}, {}, async () => {
      await lake.client.create({_id: 'a', _type: 'a', on: true})
      await lake.client.patch('a').set({title: 'x'}).commit()
      await lake.client.create({_id: 'other', _type: 'b'})
      await lake.client.patch('a').set({on: false}).commit()
    })
    expect(events.map((event) => event.transition)).toEqual(['appear', 'update', 'disappear'])
    expect(events[0]).toMatchObject({documentId: 'a', transactionTotalEvents: 1, transactionCurrentEvent: 0})
    expect(events[1]).toMatchObject({
      previousRev: events[0]?.resultRev,
      resultRev: events[1]?.transactionId,
      result: {_id: 'a', title: 'x'},
    })
  })

  it('gets a deletion with its own revision, so that a new document with the same id can follow', async () => {
    await lake.client.create({_id: 'again', _type: 'c'})
    const [deletion, back] = await collectEvents(2, '*[_id == "again"]', {}, {}, async () => {
      await lake.client.delete('again')
      await lake.client.create({_id: 'again', _type: 'c'})
    })
    expect(deletion).toMatchObject({transition: 'disappear', resultRev: deletion?.transactionId})
    expect(back).toMatchObject({transition: 'appear', resultRev: back?.transactionId})
    expect(back).not.toHaveProperty('previousRev')
  })

  it('gets effects that change the old document into the new one, and back', async () => {
    await lake.client.createOrReplace({
      _id: 'e',
      _type: 'e',
      text: 'Žluťoučký kůň úpěl',
      blocks: [
        {_key: 'a', _type: 'block', children: [{_key: 's', text: 'one'}]},
        {_key: 'b', n: 1},
      ],
      deletion: 1,
    })
    const [event] = await collectEvents(
      1,
      '*[_id == "e"]',
      {},
      {effectFormat: 'mendoza', includePreviousRevision: true},
      () =>
        lake.client
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

  it('gets the number of events of a transaction', async () => {
    await lake.client.create({_id: 'drafts.pair', _type: 'pair'})
    const events = await collectEvents(
      2,
      '*[_id in $ids]',
      {ids: ['pair', 'drafts.pair']},
      {effectFormat: 'mendoza'},
      () =>
        lake.client.action({
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
  it('with a syntax error, or a function that the lake lacks, ends with an error that the client shows', async () => {
    const refused = (groq: string) =>
      new Promise((_, reject) => lake.client.listen(groq).subscribe({error: reject}))
    await expect(refused('*[_type == ')).rejects.toMatchObject({
      name: 'ChannelError',
      message: expect.stringContaining('unexpected end-of-file, expected expression'),
    })
    await expect(refused('*[geo::contains(a, b)]')).rejects.toMatchObject({
      name: 'ChannelError',
      message: expect.stringContaining('geo::contains()'),
    })
  })

  it('that can’t be evaluated ends the stream, and no write fails', async () => {
    const stream = await openStream(authorized, '*[_type == "g" && diff::changedAny(@, {}, a)]', (text) =>
      text.includes('channelError'),
    )
    expect(await lake.client.create({_id: 'g', _type: 'g'})).toMatchObject({_id: 'g'})
    expect(await stream.text).toContain("can't be evaluated")
  })
})

/** Opens a listen stream and reads its text until `isComplete` returns true. */
async function openStream(
  headers: Record<string, string>,
  query: string,
  isComplete: (text: string) => boolean,
) {
  const address = `/v2026-01-01/data/listen/production?${new URLSearchParams({query, includeAllVersions: 'true'})}`
  const abort = new AbortController()
  const response = await lake.request(`${address}&enableResume=true`, {headers, signal: abort.signal})
  const read = async () => {
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (isComplete(text)) break
    }
    abort.abort()
    return text
  }
  return {text: read()}
}

describe('a lost connection', () => {
  it('is resumed without a gap or a duplicate, or else reset', async () => {
    const until = (id: string) => (text: string) => text.includes(`"documentId":"${id}"`)
    const first = await openStream(authorized, '*[_type == "r"]', until('r1'))
    await lake.client.create({_id: 'r1', _type: 'r'})
    const lastId = /id: (.+#r1)/.exec(await first.text)?.[1] ?? ''
    await lake.client.transaction().create({_id: 'r2', _type: 'r'}).create({_id: 'r3', _type: 'r'}).commit()
    const back = await openStream({...authorized, 'last-event-id': lastId}, '*[_type == "r"]', until('r3'))
    const resumed = await back.text
    expect(resumed).toMatch(/^event: welcomeback\n/)
    expect(resumed.match(/"documentId":"\w+"/g)).toEqual(['"documentId":"r2"', '"documentId":"r3"'])
    const unknown = await openStream({...authorized, 'last-event-id': 'x#y'}, '*', () => true)
    expect(await unknown.text).toMatch(/^event: reset\n/)
  })
})

describe('the same URL as a WebSocket', () => {
  it('sends the same events as server-sent events do', async () => {
    const query = new URLSearchParams({query: '*[_type == "w"]', includeResult: 'true'})
    const socket = new WebSocket(
      `${lake.url.replace('http', 'ws')}/v2026-01-01/data/listen/production?${query}`,
      {
        origin: site,
      },
    )
    const isOpen = new Promise((resolve) => socket.once('open', resolve))
    let overSocket = ''
    const received = new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('message', (data) => {
        overSocket += String(data)
        if (overSocket.includes('mutation')) resolve()
      })
    })
    await isOpen
    const overHttp = await openStream(authorized, '*[_type == "w"]', (text) => text.includes('mutation'))
    await lake.client.create({_id: 'w', _type: 'w'})
    await received
    socket.close()
    const withoutName = (text: string) => text.replace(/"listenerName":"[^"]+"/, '')
    expect(withoutName(overSocket)).toBe(withoutName(await overHttp.text))
  })

  it('refuses a foreign origin', async () => {
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
  it('tells one tab when another connects and disconnects', async () => {
    const isOpen = async () => {
      const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`, {
        origin: site,
      })
      await new Promise((resolve) => socket.once('open', resolve))
      return socket
    }
    const call = (socket: WebSocket, method: string, params: object) =>
      socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
    const [one, two] = await Promise.all([isOpen(), isOpen()])
    const messages: unknown[] = []
    const subscribed = new Promise<void>((resolve) => {
      one.on('message', (data) => {
        const message = JSON.parse(String(data))
        if (message.id) resolve()
        else messages.push(message.params.result)
      })
    })
    call(one, 'presence_subscribe', {})
    await subscribed
    call(two, 'presence_announce', {data: {sessionId: 'tab-two', locations: [{documentId: 'x'}]}})
    await expect.poll(() => messages).toMatchObject([{type: 'state', m: {sessionId: 'tab-two'}}])
    two.terminate()
    await expect.poll(() => messages).toHaveLength(2)
    expect(messages[1]).toMatchObject({type: 'disconnect', m: {session: 'tab-two'}})
    one.close()
  })
})
