import {checkout} from '../sites/checkout.ts'
import {FaultProxy} from '../sites/fault-proxy.ts'
import {until} from '../sites/process.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {Visitors} from '../sites/visitors.ts'

/** What a scenario found. `failed` must be 0: requests for pages once good, or whatever else was not as it should be. */
export type Finding = {requests: number; failed: number; worstMs?: number; note?: string; failures?: string[]}

/** What the command line may change. `pace` shortens every other fault: 0.2 is a fifth of its time. */
export type Settings = {minutes: number; fuzzed: number; pace: number}

export type Scenario = (settings: Settings) => Promise<Finding>

export const firstPort = Number(process.env.FAULTS_PORT ?? 4600)
const lakePort = firstPort + 50

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const id = 'network-picum'
export const networkPath = '/en/our-membership/european-networks/picum'

const headingOf = (html: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]

/** A lake, and a site that reaches it through a proxy which can fail; `pages` are all of the sitemap's, read once. */
export async function openStage(name: string) {
  const lake = new TestLake(lakePort, firstPort)
  const proxy = new FaultProxy(lakePort + 1, lakePort)
  const site = new TestSite({folder: checkout(name), port: firstPort, lakePort: lakePort + 1})
  await lake.start()
  await site.start()
  const headings = new Map<string, string | undefined>()
  const sitemap = await site.text('/sitemap.xml')
  for (const [, url] of sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const {pathname} = new URL(url ?? '')
    headings.set(pathname, headingOf(await site.text(pathname)))
  }
  const published = new Set<string>()
  return {
    lake,
    proxy,
    site,
    /** Visitors of every page, who find that it is the page and no other. */
    visitors: (options: {count?: number; pauseMs?: number} = {}) =>
      new Visitors(site.url, [...headings.keys()], {
        ...options,
        isGood: ({path, text}) => {
          const heading = headingOf(text) ?? ''
          return heading === headings.get(path) || (path === networkPath && published.has(heading))
        },
      }),
    async publish(heading: string) {
      published.add(heading)
      await lake.client.patch(id).set({'name.en': heading}).commit()
    },
    /** Until visitors read it. */
    shows: (heading: string, patienceMs = 30_000) =>
      until(
        async () => headingOf(await site.text(networkPath)) === heading,
        `the page says ${heading}`,
        patienceMs,
      ),
    async close() {
      await site.stop()
      await lake.stop()
      await proxy.close()
    },
  }
}
