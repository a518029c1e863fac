import {setTimeout as sleep} from 'node:timers/promises'
import {processToken} from './lake-process.ts'
import {summary} from './random.ts'

const authorization = `Bearer ${processToken}`

/** Each compares every document with every other, several times: minutes of work at 10,000 documents. */
const slowQueries = [
  'count(*[count(*[count(*[count(*[_type == "article"]) > 1]) > 1]) > 1])',
  '*[count(*[title.en match ^.title.en && count(*[title.cs match ^.title.cs]) > 0]) > 0]._id',
  '*{"others": *[_type != ^._type]{"others": *[_type != ^._type]{"more": count(*[_id > ^._id])}}}',
]

/** Requests of other clients meanwhile. `n` makes each one different. */
const requests: Record<string, (n: number) => [path: string, init?: RequestInit]> = {
  'query by slug': (n) => [
    queryPath(`*[_type == "article" && slug.current == "article-${n}"][0]{title, slug}`),
  ],
  'query with two ->': (n) => [
    queryPath(`*[_id == "article-${n}"][0]{title, author->{name}, categories[]->{title}}`),
  ],
  document: (n) => [`/v1/data/doc/production/article-${n}`],
  mutation: (n) => [
    '/v1/data/mutate/production',
    {method: 'POST', body: JSON.stringify({mutations: [{createOrReplace: {_id: `m${n}`, _type: 'm'}}]})},
  ],
  ping: () => ['/v1/ping'],
}

const queryPath = (query: string) => `/v1/data/query/production?${new URLSearchParams({query})}`

export type RunawayReport = {
  /** Milliseconds, by kind of request. */
  times: Record<string, {count: number; median: number; worst: number}>
  results: {status: number; seconds: number; message: string}[]
}

/**
 * Runs `count` runaway queries at once and sends other requests until the last query has ended; with 0, for 3
 * s.
 */
export async function runQueries(url: string, count: number, everyMs = 10): Promise<RunawayReport> {
  const times: Record<string, number[]> = {}
  const call = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {...init, headers: {authorization}})
  let running = count
  const pending = Array.from({length: count}, async (_, index) => {
    const started = performance.now()
    const response = await call(queryPath(slowQueries[index % slowQueries.length] ?? ''))
    const body = await response.json()
    running -= 1
    const seconds = Math.round((performance.now() - started) / 100) / 10
    return {status: response.status, seconds, message: String(body.error?.description ?? body.message)}
  })
  const end = performance.now() + 3000
  for (let n = 0; count > 0 ? running > 0 : performance.now() < end; n += 1) {
    for (const [name, make] of Object.entries(requests)) {
      const started = performance.now()
      const response = await call(...make(n % 500))
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      times[name] = [...(times[name] ?? []), performance.now() - started]
    }
    await sleep(everyMs)
  }
  const summaries = Object.entries(times).map(([name, list]) => [
    name,
    {count: list.length, ...summary(list)},
  ])
  return {times: Object.fromEntries(summaries), results: await Promise.all(pending)}
}
