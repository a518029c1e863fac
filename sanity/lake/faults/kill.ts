import {DatabaseSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'
import {createEventStream, type EventStream} from './event-stream.ts'
import {forkLake, gone, type LakeProcess, processToken} from './lake-process.ts'
import {createRandom, summary} from './random.ts'

const authorization = `Bearer ${processToken}`
const writers = 4

/** What a lake must hold after all that was done to it. Each list names what went wrong: all must be empty. */
export type KillReport = {
  kills: number
  acknowledged: number
  /** Committed, but the lake was killed before it could say so: allowed. */
  unacknowledged: number
  events: number
  lost: string[]
  halves: string[]
  /** Rounds in which the sum kept by the transactions themselves differs from their number. */
  wrongSums: string[]
  missedEvents: string[]
  doubledEvents: string[]
  misplacedEvents: string[]
  notResumed: string[]
  damaged: string[]
  /** Milliseconds from the start of the process to its first answer. */
  reopening: {median: number; worst: number}
}

type State = {
  dir: string
  acknowledged: Set<string>
  stream: EventStream
  report: KillReport
}

/** Kills a lake in the middle of writing, opens it again, looks; as often as asked. */
export async function killRounds(dir: string, rounds: number, seed: number): Promise<KillReport> {
  const random = createRandom(seed)
  const report: KillReport = {
    ...{kills: 0, acknowledged: 0, unacknowledged: 0, events: 0},
    ...{
      lost: [],
      halves: [],
      wrongSums: [],
      missedEvents: [],
      doubledEvents: [],
      misplacedEvents: [],
      notResumed: [],
      damaged: [],
    },
    reopening: {median: 0, worst: 0},
  }
  const state: State = {dir, acknowledged: new Set(), stream: createEventStream(), report}
  const reopening: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now()
    const lake = await forkLake(dir)
    if (!lake.url) throw new Error(`Round ${round}: the lake did not open again: ${lake.said()}`)
    if (round === 0) await write(lake.url, [{create: {_id: 'sum', _type: 'sum', sum: 0}}], 'first')
    await check(state, lake.url, round)
    reopening.push(performance.now() - started)
    const listener = await listen(state, lake.url, round)
    if (round === rounds) {
      await settle(state, lake.url)
      listener.close()
      lake.child.kill('SIGTERM')
      if ((await gone(lake.child)) !== 0)
        report.damaged.push(`the last lake did not end well: ${lake.said()}`)
    } else {
      await writeUntilKilled(state, lake, round, random.between(1, 250))
      await listener.closed
    }
  }
  report.reopening = summary(reopening)
  return report
}

async function writeUntilKilled(state: State, lake: LakeProcess, round: number, afterMs: number) {
  const first = Promise.withResolvers<void>()
  const writing = Array.from({length: writers}, async (_, writer) => {
    for (let index = 0; ; index += 1) {
      const id = `t${round}-${writer}-${index}`
      // Three documents and a sum: each transaction shows by itself whether it was done by halves.
      const mutations = [
        ...['a', 'b', 'c'].map((part) => ({create: {_id: `${id}-${part}`, _type: 'part', transaction: id}})),
        {patch: {id: 'sum', inc: {sum: 1}}},
      ]
      await write(lake.url ?? '', mutations, id)
      state.acknowledged.add(id)
      first.resolve()
    }
  })
  const stopped = Promise.allSettled(writing)
  await Promise.race([first.promise, stopped])
  await sleep(afterMs)
  lake.child.kill('SIGKILL')
  await Promise.all([gone(lake.child), stopped])
  state.report.kills += 1
}

async function check({dir, acknowledged, report}: State, url: string, round: number) {
  const {parts, sum} = await query(
    url,
    '{"parts": *[_type == "part"]{_id, transaction}, "sum": *[_id == "sum"][0].sum}',
  )
  const counts = Map.groupBy(parts as {transaction: string}[], ({transaction}) => transaction)
  for (const id of acknowledged) if (!counts.has(id)) report.lost.push(id)
  for (const [id, found] of counts) if (found.length !== 3) report.halves.push(`${id}: ${found.length} of 3`)
  if (sum !== counts.size) report.wrongSums.push(`round ${round}: ${sum}, not ${counts.size}`)
  report.acknowledged = acknowledged.size
  report.unacknowledged = counts.size - acknowledged.size
  const db = new DatabaseSync(`${dir}/lake.sqlite`, {readOnly: true})
  const {integrity_check: found} = db.prepare('PRAGMA integrity_check').get() ?? {}
  db.close()
  if (found !== 'ok') report.damaged.push(`round ${round}: ${found}`)
}

async function listen({stream, report}: State, url: string, round: number) {
  const search = new URLSearchParams({
    query: '*[_type == "part"]',
    enableResume: 'true',
    includeResult: 'false',
  })
  const listener = await stream.open(`${url}/v1/data/listen/production?${search}`, authorization)
  const isResumable = stream.ids.length > 0
  if (isResumable && stream.greeting() !== 'welcomeback')
    report.notResumed.push(`round ${round}: ${stream.greeting()}`)
  return listener
}

/** Every event once, and in the order of the log. */
async function settle({dir, stream, report}: State, url: string) {
  const {length} = await query(url, '*[_type == "part"]._id')
  for (let waited = 0; waited < 30_000 && new Set(stream.ids).size < length; waited += 20) await sleep(20)
  const db = new DatabaseSync(`${dir}/lake.sqlite`, {readOnly: true})
  const rows = db
    .prepare(
      `SELECT transactions.id || '#' || document_id AS id FROM effects JOIN transactions USING (seq)
       WHERE document_id <> 'sum' ORDER BY seq, document_id`,
    )
    .all()
  db.close()
  const logged = rows.map(({id}) => String(id))
  const heard = new Set(stream.ids)
  report.events = stream.ids.length
  report.missedEvents = logged.filter((id) => !heard.has(id))
  report.doubledEvents = stream.ids.filter((id, index) => stream.ids.indexOf(id) !== index)
  report.misplacedEvents = stream.ids.filter((id, index) => logged[index] !== id)
}

async function query(url: string, text: string) {
  const address = `${url}/v1/data/query/production?${new URLSearchParams({query: text})}`
  const response = await fetch(address, {headers: {authorization}})
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json()).result
}

async function write(url: string, mutations: object[], transactionId: string) {
  const response = await fetch(`${url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: {authorization},
    body: JSON.stringify({mutations, transactionId}),
  })
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  await response.body?.cancel()
}
