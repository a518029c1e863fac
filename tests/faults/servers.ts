import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {checkout} from '../sites/checkout.ts'
import {TestNginx} from '../sites/nginx.ts'
import {until} from '../sites/process.ts'
import {TestRedis} from '../sites/redis.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {Visitors} from '../sites/visitors.ts'
import {firstPort, id, networkPath, type Scenario, sleep} from './stage.ts'

const paths = [
  networkPath,
  '/en',
  '/cs/nase-clenstvi',
  '/en/our-membership/czech-networks',
  '/cs/nase-clenstvi/prehled',
]

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
    const crowd = new Visitors(cluster.nginx.url, paths, {count: 16, pauseMs: 5})
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
    const crowd = new Visitors(site.url, paths)
    await lake.client.patch(id).set({'name.en': 'Published with no room'}).commit()
    await until(async () => (await site.text(networkPath)).includes('Published with no room'), 'it is shown')
    await sleep(5_000)
    const {requests, failed, worst} = await crowd.leave()
    return {requests, failed, worstMs: worst, note: 'the publish was shown', failures: crowd.failed}
  } finally {
    await site.stop()
    await lake.stop()
    execFileSync('umount', [pages])
    rmSync(aside, {recursive: true})
  }
}

export const serverScenarios: Record<string, Scenario> = {
  'servers-killed': killed,
  'redis-down': redisDown,
  'disk-full': diskFull,
}
