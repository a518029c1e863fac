/**
 * `npm run bench:publish [-- --times 200 --visitors 20]`: the time from a publish until a visitor sees it,
 * and the pages rendered per publish, while other visitors read all pages. Uses the existing build.
 */

import {parseArgs} from 'node:util'
import {checkout} from '../sites/checkout.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {pathsIn} from '../sites/sitemap.ts'
import {Visitors} from '../sites/visitors.ts'
import {median, percentile, report, round} from './table.ts'

const {values} = parseArgs({
  options: {times: {type: 'string', default: '200'}, visitors: {type: 'string', default: '20'}},
})
const times = Number(values.times)
const port = Number(process.env.BENCH_PORT ?? 4700)
const id = 'network-consortium'
const path = '/en/our-membership/czech-networks/consortium'

const lake = new TestLake(port + 50, port)
const site = new TestSite({folder: checkout('bench-publish'), port, lakePort: port + 50})
await lake.start()
await site.start()
const paths = pathsIn(await site.text('/sitemap.xml'))
// A site that has been running: no page is rendered for the first time.
for (const path of paths) await site.text(path)

/** Publishes a draft as the Studio does. Returns the milliseconds until the page shows it. */
async function publishToVisible(marker: string): Promise<number> {
  const {client} = lake
  const before = await client.getDocument(id)
  await client.createOrReplace({
    ...before,
    _id: `drafts.${id}`,
    _type: 'network',
    name: {...before?.name, en: marker},
  })
  const start = performance.now()
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${id}`,
    publishedId: id,
  })
  while (!(await site.text(path)).includes(marker)) {
    if (performance.now() - start > 10_000) throw new Error(`${marker} did not appear within 10 s`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - start
}

const before = await site.metrics()
const visitors = new Visitors(site.url, paths, {count: Number(values.visitors), pauseMs: 50})
const durations: number[] = []
for (let time = 0; time < times; time++) {
  durations.push(await publishToVisible(`Published ${time} ${Date.now()}`))
  await new Promise((resolve) => setTimeout(resolve, 250))
}
const read = await visitors.stop()
await new Promise((resolve) => setTimeout(resolve, 1_000))
const after = await site.metrics()
const perPublish = (name: string) => round((Number(after[name]) - Number(before[name])) / times, 1)
report('publish', {
  'publish → visible (ms)': {
    publishes: times,
    median: round(median(durations)),
    p99: round(percentile(durations, 0.99)),
    worst: round(Math.max(...durations)),
    target: 'median 300, p99 1000',
  },
  'pages revalidated per publish': {median: perPublish('pagesRevalidated')},
  'pages rendered per publish, for any reason': {median: perPublish('pagesRendered')},
  'requests of other visitors (ms)': {
    requests: read.requests,
    failed: read.failed,
    median: read.median,
    p99: read.p99,
  },
})
await site.stop()
await lake.stop()
process.exit(0)
