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

export type Load = {
  durationMs: number
  result: string
  others: {count: number; median: number; worst: number}
}

/** Ten kilobytes of text. Each edit changes a few words, as a typing person does. */
const text = (edit: number) =>
  Array.from({length: 40}, (_, index) => ({
    _key: `p${index}`,
    text: `${index === edit % 40 ? edit : ''} ${'word '.repeat(50)}`,
  }))

export function createLoads(url: string) {
  const request = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, {...init, headers: {...headers, ...init.headers}})
    return {status: response.status, text: await response.text()}
  }
  const mutate = async (mutations: object[]) => {
    const {status, text: answer} = await request(`${data}/mutate/production`, {
      method: 'POST',
      body: JSON.stringify({mutations}),
    })
    if (status !== 200) throw new Error(answer)
    return JSON.parse(answer).transactionId as string
  }

  /** Reads a stream from `lastEventId` until its first event and `count` mutations have arrived. */
  async function resumeOnce(lastEventId: string, count: number): Promise<string> {
    const abort = new AbortController()
    const response = await fetch(url + listen, {
      headers: {...headers, 'last-event-id': lastEventId},
      signal: abort.signal,
    })
    const decoder = new TextDecoder()
    let buffered = ''
    let received = 0
    let greeting: string | undefined
    for await (const chunk of response.body ?? []) {
      buffered += decoder.decode(chunk, {stream: true})
      const blocks = buffered.split('\n\n')
      buffered = blocks.pop() ?? ''
      for (const block of blocks) {
        if (block.startsWith('event: mutation')) received += 1
        else if (block.startsWith('event: ')) greeting ??= block.slice(7).split('\n')[0]
      }
      if (greeting === 'reset' || (greeting && received >= count)) break
    }
    abort.abort()
    return `${greeting}, ${received} events`
  }

  /** Measures how long other requests take while `work` runs. */
  async function measureWhile(work: () => Promise<string>): Promise<Load> {
    const times: number[] = []
    let isOver = false
    const others = (async () => {
      while (!isOver) {
        const started = performance.now()
        await request('/v1/ping')
        times.push(performance.now() - started)
        await sleep(2)
      }
    })()
    await sleep(100)
    times.length = 0
    const started = performance.now()
    const result = await work()
    const durationMs = Math.round(performance.now() - started)
    isOver = true
    await others
    return {durationMs, result, others: {count: times.length, ...summary(times)}}
  }

  const edit = (number: number, id = 'long') =>
    mutate([{patch: {id, set: {[`body[_key=="p${number % 40}"].text`]: text(number)[number % 40]?.text}}}])

  async function editRepeatedly(edits: number): Promise<string> {
    const first = await mutate([{createOrReplace: {_id: 'long', _type: 'long', body: text(-1)}}])
    for (let number = 0; number < edits; number += 1) await edit(number)
    return first
  }

  return {
    editRepeatedly,
    idle: () => measureWhile(() => sleep(1000).then(() => 'idle')),
    resumes: (listeners: number, first: string, edits: number) =>
      measureWhile(async () => {
        const ends = await Promise.all(
          Array.from({length: listeners}, () => resumeOnce(`${first}#long`, edits)),
        )
        return [...new Set(ends)].join('; ')
      }),
    get: (path: string) =>
      measureWhile(async () => {
        const answer = await request(`${data}${path}`)
        return `${answer.status}, ${answer.text.length} characters`
      }),
    /** A webhook that was offline: all edits meanwhile are delivered when it is back. */
    async editsWithWebhook(edits: number) {
      let received = 0
      const server = createServer((request, response) => {
        request.resume()
        received += 1
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
      await request('/v2021-10-04/hooks/projects/local', {method: 'POST', body: JSON.stringify(body)})
      const load = await measureWhile(async () => {
        await Promise.all(Array.from({length: edits}, (_, number) => edit(number)))
        while (received < edits) await sleep(20)
        return `${received} deliveries`
      })
      server.close()
      server.closeAllConnections()
      return load
    },
  }
}
