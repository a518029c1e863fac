/**
 * `npm run bench:memory [-- --minutes 60]`: memory of the site under mixed load: every page of the sitemap, open
 * data, preview pictures, made-up addresses, and a publish every thirty seconds. Prints it twelve times. Uses the
 * existing build.
 */

import {parseArgs} from 'node:util'
import {checkout} from '../sites/checkout.ts'
import {residentMb} from '../sites/process.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {pathsIn} from '../sites/sitemap.ts'
import {Visitors} from '../sites/visitors.ts'
import {report, round} from './table.ts'

const {values} = parseArgs({options: {minutes: {type: 'string', default: '60'}}})
const minutes = Number(values.minutes)
const port = Number(process.env.BENCH_PORT ?? 4700)

const lake = new TestLake(port + 50, port)
const site = new TestSite({folder: checkout('bench-memory'), port, lakePort: port + 50})
await lake.start()
await site.start()

const pages = pathsIn(await site.text('/sitemap.xml'))
const visitors = new Visitors(
  site.url,
  [...pages, '/data/networks.csv', '/data/popolo.json', '/cs/feed.xml', '/en/og/home'],
  {count: 8, pauseMs: 200},
)
let isRunning = true
/** Requests addresses that no cache can answer. */
async function requestMadeUpAddresses() {
  for (let number = 0; isRunning; number++) {
    await site.text(`/en/our-membership/czech-networks/made-up-${number}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
const madeUp = requestMadeUpAddresses()
const networks = await lake.client.fetch<string[]>('*[_type == "network"]._id')

const memoryMb = () => round(residentMb(site.pid))
const rows: Record<string, Record<string, number | string>> = {'at the start': {'memory (MB)': memoryMb()}}
const start = Date.now()
let publishes = 0
for (let part = 1; part <= 12; part++) {
  while (Date.now() - start < (part * minutes * 60_000) / 12) {
    const id = networks[publishes % networks.length] as string
    await lake.client
      .patch(id)
      .set({'name.en': `Published ${publishes++}`})
      .commit()
    await new Promise((resolve) => setTimeout(resolve, 30_000))
  }
  const {responseCacheBytes} = await site.metrics()
  const time = `after ${round((part * minutes) / 12)} minutes`
  rows[time] = {
    'memory (MB)': memoryMb(),
    'response cache (MB)': round(Number(responseCacheBytes) / 2 ** 20, 1),
    requests: visitors.figures().requests,
  }
  console.error(time, rows[time])
}
isRunning = false
await madeUp
const {requests, failed, p99} = await visitors.stop()
rows['at the end'] = {
  'memory (MB)': memoryMb(),
  requests,
  note: `${publishes} publishes, ${failed} failed, p99 ${p99} ms`,
}
report('memory', rows)
await site.stop()
await lake.stop()
process.exit(0)
