import {DatabaseSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'
import {createEventStream, type EventStream} from './event-stream.ts'
import {forkLake, type LakeProcess, processToken, waitForExit} from './lake-process.ts'
import {createRandom, summary} from './random.ts'

const authorization = `Bearer ${processToken}`
const writers = 4

/** The state after all rounds. Each list names violations, so all must be empty. */
export type KillReport = {
  kills: number
  acknowledged: number
  /** Committed, but the lake was killed before its response: allowed. */
  unacknowledged: number
  events: number
  lost: string[]
  partialTransactions: string[]
  /** Rounds in which the sum that the transactions keep differs from their number. */
  wrongSums: string[]
  missedEvents: string[]
  duplicateEvents: string[]
  outOfOrderEvents: string[]
  notResumed: string[]
  damaged: string[]
  /** Milliseconds from the start of the process to its first response. */
  startTimes: {median: number; worst: number}
}

type State = {
  dir: string
  acknowledged: Set<string>
  stream: EventStream
  report: KillReport
}

/** In each round: kills a lake during writes, starts it again, and checks its content. */
export async function killRounds(dir: string, rounds: number, seed: number): Promise<KillReport> {
  const random = createRandom(seed)
  const report: KillReport = {
    ...{kills: 0, acknowledged: 0, unacknowledged: 0, events: 0},
    ...{
      lost: [],
      partialTransactions: [],
      wrongSums: [],
      missedEvents: [],
      duplicateEvents: [],
      outOfOrderEvents: [],
      notResumed: [],
      damaged: [],
    },
    startTimes: {median: 0, worst: 0},
  }
  const state: State = {dir, acknowledged: new Set(), stream: createEventStream(), report}
  const startTimes: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now()
    const lake = await forkLake(dir)
    if (!lake.url) throw new Error(`Round ${round}: the lake did not start again: ${lake.output()}`)
    if (round === 0) await write(lake.url, [{create: {_id: 'sum', _type: 'sum', sum: 0}}], 'first')
    await checkDocuments(state, lake.url, round)
    startTimes.push(performance.now() - started)
    const listener = await listen(state, lake.url, round)
    if (round === rounds) {
      await checkEvents(state, lake.url)
      listener.close()
      lake.child.kill('SIGTERM')
      if ((await waitForExit(lake.child)) !== 0)
        report.damaged.push(`the last lake did not exit with 0: ${lake.output()}`)
    } else {
      await writeUntilKilled(state, lake, round, random.between(1, 250))
      await listener.closed
    }
  }
  report.startTimes = summary(startTimes)
  return report
}

async function writeUntilKilled(state: State, lake: LakeProcess, round: number, delayMs: number) {
  const first = Promise.withResolvers<void>()
  const writing = Array.from({length: writers}, async (_, writer) => {
    for (let index = 0; ; index += 1) {
      const id = `t${round}-${writer}-${index}`
      // Three documents and a sum, so that a partial transaction can be recognised.
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
  await sleep(delayMs)
  lake.child.kill('SIGKILL')
  await Promise.all([waitForExit(lake.child), stopped])
  state.report.kills += 1
}

async function checkDocuments({dir, acknowledged, report}: State, url: string, round: number) {
  const {parts, sum} = await query(
    url,
    '{"parts": *[_type == "part"]{_id, transaction}, "sum": *[_id == "sum"][0].sum}',
  )
  const counts = Map.groupBy(parts as {transaction: string}[], ({transaction}) => transaction)
  for (const id of acknowledged) if (!counts.has(id)) report.lost.push(id)
  for (const [id, found] of counts)
    if (found.length !== 3) report.partialTransactions.push(`${id}: ${found.length} of 3`)
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

/** Checks that every event arrived once and in the order of the log. */
async function checkEvents({dir, stream, report}: State, url: string) {
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
  const received = new Set(stream.ids)
  report.events = stream.ids.length
  report.missedEvents = logged.filter((id) => !received.has(id))
  report.duplicateEvents = stream.ids.filter((id, index) => stream.ids.indexOf(id) !== index)
  report.outOfOrderEvents = stream.ids.filter((id, index) => logged[index] !== id)
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
