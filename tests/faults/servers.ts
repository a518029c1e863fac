import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isWholePage} from '#lib/server/cache/whole-page.ts'
import {checkout} from '../sites/checkout.ts'
import {TestNginx} from '../sites/nginx.ts'
import {waitUntil} from '../sites/process.ts'
import {TestRedis} from '../sites/redis.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {pathsIn} from '../sites/sitemap.ts'
import {Visitors} from '../sites/visitors.ts'
import {firstPort, id, networkPath, type Scenario, sleep} from './environment.ts'

const paths = [
  networkPath,
  '/en',
  '/cs/nase-clenstvi',
  '/en/our-membership/czech-networks',
  '/cs/nase-clenstvi/prehled',
]

const dataFiles = ['/data/networks.csv', '/data/popolo.json']

/** Two servers with one lake and one Redis, behind nginx. */
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
      waitUntil(
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

/** Both servers are killed alternately while visitors read through nginx. */
const killed: Scenario = async () => {
  const cluster = await openCluster()
  try {
    const visitors = new Visitors(cluster.nginx.url, paths, {
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
    await cluster.publish('Published after the kills')
    await cluster.shows(cluster.nginx, 'Published after the kills')
    const {requests, failed, worst} = await visitors.stop()
    return {requests, failed, worstMs: worst, note: '6 × kill -9', failures: visitors.failed}
  } finally {
    await cluster.close()
  }
}

/** Redis is killed and restarted empty while visitors read from both servers. */
const redisDown: Scenario = async () => {
  const cluster = await openCluster()
  try {
    const visitors = cluster.servers.map((server) => new Visitors(server.url, paths))
    await sleep(1_000)
    await cluster.redis.stop()
    await cluster.publish('Published without Redis')
    await cluster.shows(cluster.servers[0], 'Published without Redis')
    await sleep(10_000)
    await cluster.redis.start()
    const back = Date.now()
    await cluster.shows(cluster.servers[1], 'Published without Redis')
    const note = `the server without the webhook was fresh after ${Date.now() - back} ms`
    const figures = await Promise.all(visitors.map((each) => each.stop()))
    return {
      requests: figures.reduce((sum, {requests}) => sum + requests, 0),
      failed: figures.reduce((sum, {failed}) => sum + failed, 0),
      worstMs: Math.max(...figures.map(({worst}) => worst)),
      note,
      failures: visitors.flatMap((each) => each.failed),
    }
  } finally {
    await cluster.close()
  }
}

/** Pages that are incomplete after a restart. A page with a truncated file must be rendered again. */
async function incompletePages(site: TestSite): Promise<string[]> {
  const paths = pathsIn(await site.text('/sitemap.xml'))
  if (paths.length === 0) return ['/sitemap.xml is empty']
  const incomplete: string[] = []
  for (const path of [...paths, ...dataFiles]) {
    const text = await site.text(path)
    const isWhole = dataFiles.includes(path) ? text.length > 100 : isWholePage(text)
    if (!isWhole) incomplete.push(`${path} is empty or truncated after a restart`)
  }
  if ((await site.text('/api/health/ready')) !== '{"status":"ok"}')
    incomplete.push('not ready after a restart')
  return incomplete
}

/** A server is killed several times while it writes pages. */
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
      failures.push(...(await incompletePages(site)))
    }
    return {requests: rounds, failed: failures.length, note: `${rounds} × kill -9 while writing`, failures}
  } finally {
    await site.stop()
    await lake.stop()
  }
}

/** The disk for pages is full. Needs root, to mount a small file system. */
const diskFull: Scenario = async () => {
  const lakePort = firstPort + 50
  const lake = new TestLake(lakePort, firstPort)
  const folder = checkout('disk-full')
  const pages = join(folder, '.next/server/app')
  const copy = mkdtempSync(join(tmpdir(), 'pages-'))
  cpSync(pages, copy, {recursive: true})
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', pages])
  const site = new TestSite({folder, port: firstPort, lakePort})
  try {
    cpSync(copy, pages, {recursive: true})
    for (const size of [1024 * 1024, 4096, 1]) {
      try {
        for (let file = 0; ; file++) writeFileSync(join(pages, `ballast-${size}-${file}`), Buffer.alloc(size))
      } catch {
        // No space is left for a file of this size.
      }
    }
    await lake.start()
    await site.start()
    const visitors = new Visitors(site.url, paths, {isGood: ({text}) => isWholePage(text)})
    await lake.client.patch(id).set({'name.en': 'Published on a full disk'}).commit()
    await waitUntil(
      async () => (await site.text(networkPath)).includes('Published on a full disk'),
      'it is shown',
    )
    await sleep(5_000)
    await site.text(dataFiles[0] ?? '')
    const {requests, worst} = await visitors.stop()
    const failures = [...visitors.failed]
    await site.stop('SIGKILL')
    await site.start()
    failures.push(...(await incompletePages(site)))

    await lake.client.patch(id).set({'name.en': 'Published while the disk was full'}).commit()
    await waitUntil(
      async () => (await site.text(networkPath)).includes('Published while the disk was full'),
      'it is shown',
    )
    for (const file of readdirSync(pages)) if (file.startsWith('ballast')) rmSync(join(pages, file))
    const onDisk = () => readFileSync(join(pages, `${networkPath}.html`), 'utf8')
    await waitUntil(
      async () => onDisk().includes('Published while the disk was full'),
      'it is on disk',
      60_000,
    )
    await site.stop('SIGKILL')
    await site.start()
    failures.push(...(await incompletePages(site)))
    if (!(await site.text(networkPath)).includes('Published while the disk was full'))
      failures.push('an older page is shown after a restart')
    const note = 'shown at once, complete after kill -9, on disk once there was space'
    return {requests, failed: failures.length, worstMs: worst, note, failures}
  } finally {
    await site.stop()
    await lake.stop()
    execFileSync('umount', ['-l', pages])
    rmSync(copy, {recursive: true})
  }
}

export const serverScenarios: Record<string, Scenario> = {
  'servers-killed': killed,
  'redis-down': redisDown,
  'killed-writing': killedWriting,
  'disk-full': diskFull,
}
