import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {checkout} from '../sites/checkout.ts'
import {TestNginx} from '../sites/nginx.ts'
import {waitUntil} from '../sites/process.ts'
import {TestRedis} from '../sites/redis.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {expect, test} from './test.ts'

const port = Number(process.env.E2E_PORT ?? 3200) + 20
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533) + 20

const redis = new TestRedis(port + 5)
const lake = new TestLake(lakePort, port)
const server = (name: string, at: number, folder = checkout(name)) =>
  new TestSite({folder, port: at, lakePort, env: {REDIS_URL: redis.url, NEXT_PUBLIC_SITE_URL: nginxUrl}})
const nginxUrl = `http://127.0.0.1:${port + 2}`

let first: TestSite
let second: TestSite

const id = 'network-picum'
const page = '/en/our-membership/european-networks/picum'
const list = '/en/our-membership/european-networks'

const publish = (name: string) => lake.client.patch(id).set({'name.en': name}).commit()

/** Waits at most 30 s. The revalidate interval, which would also make the page fresh, is an hour. */
const shown = (site: TestSite, path: string, text: string) =>
  waitUntil(async () => (await site.text(path)).includes(text), `${site.url}${path} says ${text}`)

test.beforeAll(async () => {
  await redis.start()
  first = server('first', port)
  second = server('second', port + 1)
  await lake.start()
  await Promise.all([first.start(), second.start()])
})

test.afterAll(async () => {
  await Promise.all([first.stop(), second.stop()])
  await Promise.all([lake.stop(), redis.stop()])
})

test('a publish whose webhook reaches one server is on both, and the second adopts the page that the first has rendered', async () => {
  for (const site of [first, second]) for (const path of [page, list]) await site.text(path)
  for (const name of ['Told once', 'Told twice', 'Told three times']) {
    await publish(name)
    for (const site of [second, first]) for (const path of [page, list]) await shown(site, path, name)
  }
  const {pagesAdopted} = await second.metrics()
  let publishes = 0
  // A server renders the page too if it gets a request before the other has stored it.
  await waitUntil(async () => {
    const name = `Told to the first, ${++publishes}`
    await publish(name)
    for (const site of [first, second]) await shown(site, page, name)
    return ((await second.metrics()).pagesAdopted ?? 0) > (pagesAdopted ?? 0)
  }, 'the second server has adopted a page')
  expect((await second.metrics()).webhooksAccepted).toBe(0)
  expect((await first.metrics()).webhooksAccepted).toBeGreaterThanOrEqual(4)
})

test('a server that starts later shows what was published after its build', async () => {
  await publish('Published before the third')
  const third = server('third', port + 3)
  await third.start()
  try {
    await waitUntil(
      async () => (await third.text(page)).includes('Published before the third'),
      'the third server has a fresh page',
    )
    // A prerendered page that had no request on this server yet.
    expect(await third.text('/en/our-membership')).toContain('Published before the third')
  } finally {
    await third.stop()
  }
})

test('without Redis both servers serve and the one with the webhook revalidates; after Redis is back the other does too', async () => {
  await redis.stop()
  for (const site of [first, second]) {
    for (const path of [page, list, '/cs']) expect((await fetch(site.url + path)).status).toBe(200)
  }
  await publish('Published without Redis')
  await shown(first, page, 'Published without Redis')
  expect((await fetch(second.url + page)).status).toBe(200)
  await redis.start()
  await shown(second, page, 'Published without Redis')
})

test('while Redis hangs, both servers answer', async () => {
  redis.pause()
  try {
    await publish('Published while Redis hangs')
    for (const site of [first, second]) {
      const signal = AbortSignal.timeout(20_000)
      for (let time = 0; time < 10; time++) expect((await fetch(site.url + page, {signal})).status).toBe(200)
    }
  } finally {
    redis.resume()
  }
  await shown(second, page, 'Published while Redis hangs')
})

test('no request fails while the servers are replaced one by one with a new build', async () => {
  const folder = checkout('new-build', {withBuild: false})
  const css = join(folder, 'components/styles/base.css')
  writeFileSync(css, readFileSync(css, 'utf8').replace('--accent: #00614f', '--accent: #005f4d'))
  execFileSync('npm', ['run', 'build'], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: String(port),
      LAKE_PORT: String(lakePort + 1),
      LAKE_DIR: join(folder, 'lake'),
    },
    stdio: 'ignore',
  })
  const nginx = new TestNginx({port: port + 2, servers: [port, port + 1], build: folder})
  await nginx.start()
  const failed: string[] = []
  let asked = 0
  let over = false
  const visitor = async () => {
    while (!over) {
      for (const path of [page, list, '/cs', `${list}?${asked}`]) {
        const response = await fetch(nginx.url + path).catch((error: unknown) => error)
        asked++
        if (!(response instanceof Response) || response.status !== 200) {
          failed.push(`${path}: ${response instanceof Response ? response.status : response}`)
          continue
        }
        const html = await response.text()
        for (const [, href] of html.matchAll(/(?:href|src)="(\/_next\/static\/[^"]+)"/g)) {
          const file = await fetch(nginx.url + href).catch((error: unknown) => error)
          asked++
          if (!(file instanceof Response) || file.status !== 200) failed.push(`${href} of ${path}`)
        }
      }
    }
  }
  const visitors = Promise.all([visitor(), visitor(), visitor()])
  await first.stop()
  first = server('new-build', port, folder)
  await first.start()
  await publish('Published between two builds')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await second.stop()
  second = server('new-build-second', port + 1, folder)
  await second.start()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  over = true
  await visitors
  await nginx.stop()
  expect(failed, `of ${asked} requests`).toEqual([])
  expect(asked).toBeGreaterThan(100)
  for (const site of [first, second]) expect(await site.text(page)).toContain('Published between two builds')
})
