/**
 * `npm run bench:storm [-- --publishes 1000 --seconds 10]`: many publishes in a short time, each with a
 * webhook. Measures the time from the last publish until all pages are fresh, the pages revalidated, and
 * memory. Uses the existing build.
 */

import {parseArgs} from 'node:util'
import {checkout} from '../sites/checkout.ts'
import {residentMb} from '../sites/process.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {Visitors} from '../sites/visitors.ts'
import {report, round} from './table.ts'

const {values} = parseArgs({
  options: {publishes: {type: 'string', default: '1000'}, seconds: {type: 'string', default: '10'}},
})
const publishes = Number(values.publishes)
const port = Number(process.env.BENCH_PORT ?? 4700)

const lake = new TestLake(port + 50, port)
const site = new TestSite({folder: checkout('bench-storm'), port, lakePort: port + 50})
await lake.start()
await site.start()

const networks = await lake.client.fetch<{_id: string; en: string; level: string; relationKind: string}[]>(
  '*[_type == "network"]{_id, "en": slug.en.current, level, relationKind}',
)
const group = ({level, relationKind}: (typeof networks)[number]) =>
  relationKind === 'partner' ? 'foreign-partners' : level === 'czech' ? 'czech-networks' : 'european-networks'
const pathOf = new Map(
  networks.map((network) => [network._id, `/en/our-membership/${group(network)}/${network.en}`]),
)
const memoryMb = () => round(residentMb(site.pid))

for (const path of pathOf.values()) await site.text(path)
const before = await site.metrics()
const memory = [memoryMb()]
const visitors = new Visitors(site.url, [...pathOf.values(), '/en/our-membership'], {count: 5, pauseMs: 20})
const last = new Map<string, string>()
const start = performance.now()
const pauseMs = (Number(values.seconds) * 1000) / publishes
for (let number = 0; number < publishes; number++) {
  const {_id} = networks[number % networks.length] as (typeof networks)[number]
  const name = `Storm ${number}`
  last.set(_id, name)
  await lake.client.patch(_id).set({'name.en': name}).commit({visibility: 'async'})
  if (number % 100 === 0) memory.push(memoryMb())
  const ahead = start + (number + 1) * pauseMs - performance.now()
  if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
}
const ended = performance.now()
/** Waits until a page shows these names. Returns the milliseconds since the last publish. */
async function untilFresh(path: string, names: string[]) {
  for (;;) {
    const html = await site.text(path)
    if (names.every((name) => html.includes(`${name}<`))) return performance.now() - ended
    if (performance.now() - ended > 60_000) throw new Error(`${path} is still stale after a minute`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const delays = await Promise.all([
  ...[...last].map(([id, name]) => untilFresh(pathOf.get(id) ?? '', [name])),
  untilFresh('/en/our-membership', [...last.values()]),
])
const read = await visitors.stop()
memory.push(memoryMb())
const after = await site.metrics()
const counted = (name: string) => Number(after[name]) - Number(before[name])
report('storm', {
  'publishes sent': {value: publishes, note: `in ${round((ended - start) / 1000, 1)} s`},
  'webhooks accepted': {value: counted('webhooksAccepted')},
  'pages revalidated': {value: counted('pagesRevalidated'), note: 'coalesced'},
  'all pages fresh after the last publish (ms)': {value: round(Math.max(...delays)), target: 2000},
  'requests of visitors': {value: read.requests, note: `${read.failed} failed, p99 ${read.p99} ms`},
  'peak memory (MB)': {value: Math.max(...memory), note: `${memory[0]} before`},
})
await site.stop()
await lake.stop()
process.exit(0)
