import {once} from 'node:events'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'
import {processToken} from './lake-process.ts'
import {summary} from './random.ts'

const headers = {authorization: `Bearer ${processToken}`}
const data = '/v2026-01-01/data'
const listen = `${data}/listen/production?${new URLSearchParams({
  query: '*[_type == "long"]',
  enableResume: 'true',
  includeAllVersions: 'true',
  effectFormat: 'mendoza',
})}`

export type Load = {took: number; said: string; others: {count: number; median: number; worst: number}}

/** Ten kilobytes of text, of which each edit changes a few words, as a person who types does. */
const text = (edit: number) =>
  Array.from({length: 40}, (_, index) => ({
    _key: `p${index}`,
    text: `${index === edit % 40 ? edit : ''} ${'word '.repeat(50)}`,
  }))

export function loadsOn(url: string) {
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, {...init, headers: {...headers, ...init.headers}})
    return {status: response.status, text: await response.text()}
  }
  const mutate = async (mutations: object[]) => {
    const {status, text: answer} = await ask(`${data}/mutate/production`, {
      method: 'POST',
      body: JSON.stringify({mutations}),
    })
    if (status !== 200) throw new Error(answer)
    return JSON.parse(answer).transactionId as string
  }

  /** Reads one stream from where `lastEventId` says, until its greeting and `count` events have come. */
  async function resumed(lastEventId: string, count: number): Promise<string> {
    const abort = new AbortController()
    const response = await fetch(url + listen, {
      headers: {...headers, 'last-event-id': lastEventId},
      signal: abort.signal,
    })
    const decoder = new TextDecoder()
    let said = ''
    let heard = 0
    let greeting: string | undefined
    for await (const chunk of response.body ?? []) {
      said += decoder.decode(chunk, {stream: true})
      const blocks = said.split('\n\n')
      said = blocks.pop() ?? ''
      for (const block of blocks) {
        if (block.startsWith('event: mutation')) heard += 1
        else if (block.startsWith('event: ')) greeting ??= block.slice(7).split('\n')[0]
      }
      if (greeting === 'reset' || (greeting && heard >= count)) break
    }
    abort.abort()
    return `${greeting}, ${heard} events`
  }

  /** What others wait while something is under way, asking all the time. */
  async function during(work: () => Promise<string>): Promise<Load> {
    const times: number[] = []
    let isOver = false
    const others = (async () => {
      while (!isOver) {
        const started = performance.now()
        await ask('/v1/ping')
        times.push(performance.now() - started)
        await sleep(2)
      }
    })()
    await sleep(100)
    times.length = 0
    const started = performance.now()
    const said = await work()
    const took = Math.round(performance.now() - started)
    isOver = true
    await others
    return {took, said, others: {count: times.length, ...summary(times)}}
  }

  const edit = (number: number, id = 'long') =>
    mutate([{patch: {id, set: {[`body[_key=="p${number % 40}"].text`]: text(number)[number % 40]?.text}}}])

  async function edited(edits: number): Promise<string> {
    const first = await mutate([{createOrReplace: {_id: 'long', _type: 'long', body: text(-1)}}])
    for (let number = 0; number < edits; number += 1) await edit(number)
    return first
  }

  return {
    edited,
    nothing: () => during(() => sleep(1000).then(() => 'at rest')),
    resumes: (listeners: number, first: string, edits: number) =>
      during(async () => {
        const ends = await Promise.all(Array.from({length: listeners}, () => resumed(`${first}#long`, edits)))
        return [...new Set(ends)].join('; ')
      }),
    get: (path: string) =>
      during(async () => {
        const answer = await ask(`${data}${path}`)
        return `${answer.status}, ${answer.text.length} characters`
      }),
    /** A webhook that was away: all that was edited meanwhile is put together when it is back. */
    async hooked(edits: number) {
      let heard = 0
      const server = createServer((request, response) => {
        request.resume()
        heard += 1
        response.end()
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const body = {
        ...{
          name: 'All',
          url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
          type: 'document',
        },
        ...{dataset: 'production', rule: {on: ['update'], filter: '_type == "long"', projection: '{_id}'}},
      }
      await ask('/v2021-10-04/hooks/projects/local', {method: 'POST', body: JSON.stringify(body)})
      const load = await during(async () => {
        await Promise.all(Array.from({length: edits}, (_, number) => edit(number)))
        while (heard < edits) await sleep(20)
        return `${heard} deliveries`
      })
      server.close()
      server.closeAllConnections()
      return load
    },
  }
}
