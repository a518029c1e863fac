/**
 * `npm run bench:requests [-- --runs 7 --seconds 5]`: requests per second, in paired runs. Uses the existing
 * build.
 * - Our pages from `next start`, compared with an empty page of an empty Next app from `next start`.
 * - A page behind the nginx of docs/deploy, compared with an nginx that serves the same bytes from disk.
 *
 * Needs Debian's wrk and nginx. Sends the `Accept-Encoding` of a browser.
 */
import {execFileSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {gzipSync} from 'node:zlib'
import {bareNext} from '../sites/bare-next.ts'
import {checkout} from '../sites/checkout.ts'
import {TestNginx} from '../sites/nginx.ts'
import {requireProgram} from '../sites/process.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {median, report, round} from './table.ts'

const {values} = parseArgs({
  options: {runs: {type: 'string', default: '7'}, seconds: {type: 'string', default: '5'}},
})
const runs = Number(values.runs)
const port = Number(process.env.BENCH_PORT ?? 4700)
const encoding = 'Accept-Encoding: gzip, deflate, br'

function requestsPerSecond(url: string): number {
  const wrk = requireProgram('/usr/bin/wrk', 'wrk')
  const output = execFileSync(wrk, ['-t1', '-c32', `-d${values.seconds}s`, '-H', encoding, url]).toString()
  if (/Non-2xx|Socket errors/.test(output)) throw new Error(`${url}: ${output}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1])
}

/** Measures A and B alternately. Returns the median of each and the median of the ratios of the pairs. */
function paired(a: string, b: string) {
  const pairs = Array.from({length: runs}, () => [requestsPerSecond(a), requestsPerSecond(b)] as const)
  return {
    ours: round(median(pairs.map(([first]) => first))),
    other: round(median(pairs.map(([, second]) => second))),
    ratio: round(median(pairs.map(([first, second]) => first / second)), 2),
  }
}

const lake = new TestLake(port + 50, port)
const site = new TestSite({folder: checkout('bench-requests'), port, lakePort: port + 50})
const bare = new TestSite({folder: bareNext(), port: port + 1, lakePort: port + 50})
await lake.start()
await site.start()
await bare.start('/page')
const nginx = new TestNginx({port: port + 2, servers: [port], build: site.folder})
await nginx.start()

const pages = {
  small: '/en/our-membership/european-networks/picum',
  large: '/en/our-membership/czech-networks/consortium',
}
const rows: Record<string, Record<string, number | string>> = {}
for (const [size, path] of Object.entries(pages)) {
  const html = await site.text(path)
  rows[`next start, ${size} page / empty page`] = {
    ...paired(site.url + path, `${bare.url}/page`),
    target: 1,
    'bytes (gzip)': gzipSync(html).length,
  }
}

// The same bytes on disk for nginx, compressed in advance as in its cache.
const disk = join(site.folder, '.next/server/pages')
mkdirSync(disk, {recursive: true})
const html = await site.text(pages.large)
writeFileSync(join(disk, 'bench.html'), html)
writeFileSync(join(disk, 'bench.html.gz'), gzipSync(html))
const plain = new TestNginx({port: port + 3, servers: [port], build: site.folder, disk})
await plain.start()
rows['behind nginx / nginx from disk'] = {
  ...paired(nginx.url + pages.large, `${plain.url}/bench.html`),
  target: 0.7,
  'bytes (gzip)': gzipSync(html).length,
}
report('requests', rows)
await Promise.all([nginx.stop(), plain.stop(), site.stop(), bare.stop()])
await lake.stop()
process.exit(0)
