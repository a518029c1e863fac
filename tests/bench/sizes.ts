/**
 * `npm run bench:sizes [-- --counts 10,100,1000,10000]`: how build time, memory and response times grow with
 * the number of networks. Slow: it builds the site once for each count.
 */

import {spawn} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {checkout} from '../sites/checkout.ts'
import {residentMb} from '../sites/process.ts'
import {secrets, TestLake, TestSite} from '../sites/site.ts'
import {writeNetworks} from './many-networks.ts'
import {median, report, round} from './table.ts'

const {values} = parseArgs({options: {counts: {type: 'string', default: '10,100,1000,10000'}}})
const port = Number(process.env.BENCH_PORT ?? 4700)
const lakePort = port + 50

/** Resident memory of a process and its descendants, in MB. */
function treeMb(root: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // The process has ended since it was listed.
    }
  }
  const within = (pid: number): boolean => pid === root || (parents.has(pid) && within(parents.get(pid) ?? 0))
  const resident = (pid: number) => {
    try {
      return residentMb(pid)
    } catch {
      return 0
    }
  }
  return [...parents.keys()].filter(within).reduce((sum, pid) => sum + resident(pid), 0)
}

/** Runs `next build` against the running lake, as in hosted mode. */
async function build(folder: string) {
  const start = performance.now()
  const child = spawn('next', ['build'], {
    cwd: folder,
    env: {
      ...process.env,
      ...secrets,
      PATH: `${folder}/node_modules/.bin:${folder}/node_modules/node/bin:${process.env.PATH}`,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      LAKE_PORT: String(lakePort),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, treeMb(child.pid ?? 0))
  }, 250)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The build ended with ${code}`)
  return {seconds: round((performance.now() - start) / 1000, 1), peakMb: round(peakMb)}
}

const timed = async (work: () => Promise<unknown>) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Disables webhooks during an import: deliveries to a stopped site would keep the lake busy for minutes. */
async function withoutWebhooks(lake: TestLake, work: () => Promise<void>) {
  const hooks = {uri: `/hooks/projects/${lake.client.config().projectId}`}
  const disable = async (isDisabledByUser: boolean) => {
    for (const {id} of await lake.client.request<{id: string}[]>(hooks))
      await lake.client.request({uri: `${hooks.uri}/${id}`, method: 'PATCH', body: {isDisabledByUser}})
  }
  await disable(true)
  await work()
  await disable(false)
}

async function measure(count: number) {
  const lake = new TestLake(lakePort, port)
  await lake.start()
  const folder = checkout(`bench-sizes-${count}`, {withBuild: false})
  await withoutWebhooks(lake, () => writeNetworks(lake.client, count))
  const built = await build(folder)
  const site = new TestSite({folder, port, lakePort})
  await site.start()
  try {
    const group = '/en/our-membership/czech-networks'
    const get = async (path: string) => {
      const text = await site.text(path)
      if (text.length < 5) throw new Error(`${path} answers ${text}`)
      return text
    }
    // The last Czech network. With many networks the build does not prerender it.
    const last = count - 1 - ((count - 1) % 3)
    const pages = Math.ceil((Math.ceil(count / 3) + 5) / 10)
    const publishTimes: number[] = []
    for (let time = 0; time < 11; time++) {
      const name = `Published ${time} ${Date.now()}`
      await lake.client.patch(`network-made-${last}`).set({'name.en': name}).commit({visibility: 'async'})
      publishTimes.push(
        await timed(async () => {
          while (!(await get(`${group}/made-up-${last}`)).includes(name))
            await new Promise((resolve) => setTimeout(resolve, 5))
        }),
      )
      await new Promise((resolve) => setTimeout(resolve, 1_500))
    }
    const first = async (path: string) => round(await timed(() => get(path)))
    return {
      'build (s)': built.seconds,
      'build memory (MB)': built.peakMb,
      'publish → a network’s page (ms)': round(median(publishTimes)),
      'first visit of a network (ms)': await first(`${group}/made-up-${Math.max(0, last - 3)}`),
      'last page of a group (ms)': pages > 1 ? await first(`${group}/page/${pages}`) : await first(group),
      'overview, filtered (ms)': await first('/en/our-membership/overview/czech-networks/former'),
      'sitemap (kB)': round((await get('/sitemap.xml')).length / 1024),
      'open data (kB)': round((await get('/data/popolo.json')).length / 1024),
      'site memory (MB)': round(treeMb(site.pid ?? 0)),
      'largest page (kB)': round((await get('/en/our-membership')).length / 1024),
    }
  } finally {
    await site.stop()
    await lake.stop()
  }
}

const rows: Record<string, Record<string, number | string>> = {}
for (const count of values.counts.split(',').map(Number)) {
  console.error(`${count} networks`)
  rows[`${count} networks`] = await measure(count)
  report('sizes', rows)
}
process.exit(0)
