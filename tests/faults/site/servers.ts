import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isWholePage} from '#lib/whole-page.ts'
import {checkout} from '../../sites/checkout.ts'
import {TestNginx} from '../../sites/nginx.ts'
import {until} from '../../sites/process.ts'
import {TestRedis} from '../../sites/redis.ts'
import {TestLake, TestSite} from '../../sites/site.ts'
import {Visitors} from '../../sites/visitors.ts'
import {firstPort, id, networkPath, type Scenario, sleep} from './stage.ts'

const paths = [
  networkPath,
  '/en',
  '/cs/nase-clenstvi',
  '/en/our-membership/czech-networks',
  '/cs/nase-clenstvi/prehled',
]

const dataFiles = ['/data/networks.csv', '/data/popolo.json']

/** Two servers on one lake and one Redis, nginx in front. */
async function openCluster() {
  const lakePort = firstPort + 50
  const redis = new TestRedis(firstPort + 60)
  const lake = new TestLake(lakePort, firstPort)
  const env = {REDIS_URL: redis.url}
  const servers = [0, 1].map(
    (number) => new TestSite({folder: checkout(`server-${number}`), port: firstPort + number, lakePort, env}),
  ) as [TestSite, TestSite]
  const nginx = new TestNginx({
    port: firstPort + 2,
    servers: [firstPort, firstPort + 1],
    build: servers[0].folder,
  })
  await redis.start()
  await lake.start()
  await Promise.all(servers.map((server) => server.start()))
  await nginx.start()
  return {
    redis,
    lake,
    servers,
    nginx,
    async publish(name: string) {
      await lake.client.patch(id).set({'name.en': name}).commit()
    },
    shows: (server: {url: string}, name: string) =>
      until(
        async () => (await (await fetch(server.url + networkPath)).text()).includes(name),
        `${server.url}: ${name}`,
      ),
    async close() {
      await nginx.stop()
      await Promise.all(servers.map((server) => server.stop()))
      await lake.stop()
      await redis.stop()
    },
  }
}

/** Servers killed in turn, each several times, while people read through nginx. */
const killed: Scenario = async () => {
  const cluster = await openCluster()
  try {
    const crowd = new Visitors(cluster.nginx.url, paths, {
      count: 16,
      pauseMs: 5,
      isGood: ({text}) => isWholePage(text),
    })
    for (let round = 0; round < 6; round++) {
      const victim = cluster.servers[round % 2] as TestSite
      await sleep(1_000)
      await victim.stop('SIGKILL')
      await sleep(1_500)
      await victim.start()
    }
    await cluster.publish('Published after the killing')
    await cluster.shows(cluster.nginx, 'Published after the killing')
    const {requests, failed, worst} = await crowd.leave()
    return {requests, failed, worstMs: worst, note: '6 × kill -9', failures: crowd.failed}
  } finally {
    await cluster.close()
  }
}

/** Redis killed, and started again empty, while people read from both servers. */
const redisDown: Scenario = async () => {
  const cluster = await openCluster()
  try {
    const crowds = cluster.servers.map((server) => new Visitors(server.url, paths))
    await sleep(1_000)
    await cluster.redis.stop()
    await cluster.publish('Published without Redis')
    await cluster.shows(cluster.servers[0], 'Published without Redis')
    await sleep(10_000)
    await cluster.redis.start()
    const back = Date.now()
    await cluster.shows(cluster.servers[1], 'Published without Redis')
    const note = `the server that was not told followed in ${Date.now() - back} ms`
    const figures = await Promise.all(crowds.map((crowd) => crowd.leave()))
    return {
      requests: figures.reduce((sum, {requests}) => sum + requests, 0),
      failed: figures.reduce((sum, {failed}) => sum + failed, 0),
      worstMs: Math.max(...figures.map(({worst}) => worst)),
      note,
      failures: crowds.flatMap((crowd) => crowd.failed),
    }
  } finally {
    await cluster.close()
  }
}

/** Pages of the sitemap that are not whole: after a restart each must be a page, made anew if its files are torn. */
async function blankPages(site: TestSite): Promise<string[]> {
  const sitemap = await site.text('/sitemap.xml')
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
  if (paths.length === 0) return ['/sitemap.xml is blank']
  const blank: string[] = []
  for (const path of [...paths, ...dataFiles]) {
    const text = await site.text(path)
    const isWhole = dataFiles.includes(path) ? text.length > 100 : isWholePage(text)
    if (!isWhole) blank.push(`${path} is blank or cut off after a restart`)
  }
  if ((await site.text('/api/health/ready')) !== '{"status":"ok"}') blank.push('not ready after a restart')
  return blank
}

/** A server killed again and again while it writes pages. */
const killedWriting: Scenario = async () => {
  const lakePort = firstPort + 50
  const lake = new TestLake(lakePort, firstPort)
  const site = new TestSite({folder: checkout('killed-writing'), port: firstPort, lakePort})
  const failures: string[] = []
  const rounds = 8
  try {
    await lake.start()
    await site.start()
    for (let round = 0; round < rounds; round++) {
      for (let publish = 0; publish < 5; publish++)
        await lake.client
          .patch(id)
          .set({'name.en': `Published in round ${round}, ${publish}`})
          .commit()
      await sleep(50 + 37 * round)
      await site.stop('SIGKILL')
      await site.start()
      failures.push(...(await blankPages(site)))
    }
    return {requests: rounds, failed: failures.length, note: `${rounds} × kill -9 while writing`, failures}
  } finally {
    await site.stop()
    await lake.stop()
  }
}

/** No room left where pages are kept; as root, since it takes a file system of its own. */
const diskFull: Scenario = async () => {
  const lakePort = firstPort + 50
  const lake = new TestLake(lakePort, firstPort)
  const folder = checkout('disk-full')
  const pages = join(folder, '.next/server/app')
  const aside = mkdtempSync(join(tmpdir(), 'pages-'))
  cpSync(pages, aside, {recursive: true})
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', pages])
  const site = new TestSite({folder, port: firstPort, lakePort})
  try {
    cpSync(aside, pages, {recursive: true})
    for (const size of [1024 * 1024, 4096, 1]) {
      try {
        for (let file = 0; ; file++) writeFileSync(join(pages, `ballast-${size}-${file}`), Buffer.alloc(size))
      } catch {
        // Full for files of this size.
      }
    }
    await lake.start()
    await site.start()
    const crowd = new Visitors(site.url, paths, {isGood: ({text}) => isWholePage(text)})
    await lake.client.patch(id).set({'name.en': 'Published with no room'}).commit()
    await until(async () => (await site.text(networkPath)).includes('Published with no room'), 'it is shown')
    await sleep(5_000)
    await site.text(dataFiles[0] ?? '')
    const {requests, worst} = await crowd.leave()
    const failures = [...crowd.failed]
    await site.stop('SIGKILL')
    await site.start()
    failures.push(...(await blankPages(site)))

    await lake.client.patch(id).set({'name.en': 'Published while it was full'}).commit()
    await until(
      async () => (await site.text(networkPath)).includes('Published while it was full'),
      'it is shown',
    )
    for (const file of readdirSync(pages)) if (file.startsWith('ballast')) rmSync(join(pages, file))
    const onDisk = () => readFileSync(join(pages, `${networkPath}.html`), 'utf8')
    await until(async () => onDisk().includes('Published while it was full'), 'it is on disk', 60_000)
    await site.stop('SIGKILL')
    await site.start()
    failures.push(...(await blankPages(site)))
    if (!(await site.text(networkPath)).includes('Published while it was full'))
      failures.push('an older page')
    const note = 'shown at once, whole after kill -9, on disk once there was room'
    return {requests, failed: failures.length, worstMs: worst, note, failures}
  } finally {
    await site.stop()
    await lake.stop()
    execFileSync('umount', ['-l', pages])
    rmSync(aside, {recursive: true})
  }
}

export const serverScenarios: Record<string, Scenario> = {
  'servers-killed': killed,
  'redis-down': redisDown,
  'killed-writing': killedWriting,
  'disk-full': diskFull,
}
