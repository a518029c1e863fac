import {checkout} from '../sites/checkout.ts'
import {FaultProxy} from '../sites/fault-proxy.ts'
import {waitUntil} from '../sites/process.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {pathsIn} from '../sites/sitemap.ts'
import {Visitors} from '../sites/visitors.ts'

/** The result of a scenario. `failed` must be 0: failed requests for existing pages, and other failures. */
export type Finding = {requests: number; failed: number; worstMs?: number; note?: string; failures?: string[]}

/** Settings from the command line. `pace` scales all faults except `cms-down`: 0.2 is a fifth. */
export type Settings = {minutes: number; fuzzed: number; pace: number}

export type Scenario = (settings: Settings) => Promise<Finding>

export const firstPort = Number(process.env.FAULTS_PORT ?? 4600)
const lakePort = firstPort + 50

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const id = 'network-picum'
export const networkPath = '/en/our-membership/european-networks/picum'

const headingOf = (html: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]

/** Starts a lake and a site with a proxy between them that can fail. Requests every page once. */
export async function startEnvironment(name: string) {
  const lake = new TestLake(lakePort, firstPort)
  const proxy = new FaultProxy(lakePort + 1, lakePort)
  const site = new TestSite({folder: checkout(name), port: firstPort, lakePort: lakePort + 1})
  await lake.start()
  await site.start()
  const headings = new Map<string, string | undefined>()
  for (const path of pathsIn(await site.text('/sitemap.xml')))
    headings.set(path, headingOf(await site.text(path)))
  const published = new Set<string>()
  return {
    lake,
    proxy,
    site,
    /** Starts visitors who read all pages and check each heading. */
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
    /** Waits until the page of the network has this heading. */
    shows: (heading: string, timeoutMs = 30_000) =>
      waitUntil(
        async () => headingOf(await site.text(networkPath)) === heading,
        `the page has the heading ${heading}`,
        timeoutMs,
      ),
    async close() {
      await site.stop()
      await lake.stop()
      await proxy.close()
    },
  }
}
