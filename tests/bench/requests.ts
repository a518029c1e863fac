/**
 * `npm run bench:requests [-- --runs 7 --seconds 5]`: requests per second, in paired runs. Uses the existing
 * build.
 * - Our pages from `npm start`, compared with an empty page of an empty Next app from `next start`: gzip, brotli
 *   and 304.
 * - The largest page, alone and behind the nginx of docs/deploy, compared with an nginx that serves the same bytes
 *   from disk.
 * - The latency of a page while made-up addresses are requested: 200 a second, then without a pause.
 *
 * Needs Debian's wrk and nginx.
 */
import {execFileSync, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
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
const wrk = requireProgram('/usr/bin/wrk', 'wrk')
const gzip = 'Accept-Encoding: gzip'
const brotli = 'Accept-Encoding: gzip, deflate, br'

function requestsPerSecond(url: string, headers: string[]): number {
  const options = headers.flatMap((header) => ['-H', header])
  const output = execFileSync(wrk, ['-t1', '-c32', `-d${values.seconds}s`, ...options, url]).toString()
  if (/Non-2xx|Socket errors/.test(output)) throw new Error(`${url}: ${output}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1])
}

/** Measures A and B alternately. Returns the median of each and the median of the ratios of the pairs. */
function paired(a: string, b: string, ...headers: string[]) {
  const pairs = Array.from(
    {length: runs},
    () => [requestsPerSecond(a, headers), requestsPerSecond(b, headers)] as const,
  )
  return {
    ours: round(median(pairs.map(([first]) => first))),
    other: round(median(pairs.map(([, second]) => second))),
    ratio: round(median(pairs.map(([first, second]) => first / second)), 2),
  }
}

const lake = new TestLake(port + 50, port)
const site = new TestSite({folder: checkout('bench-requests'), port, lakePort: port + 50})
const empty = bareNext()
const next = join(empty, 'node_modules/next/dist/bin/next')
const bare = new TestSite({folder: empty, port: port + 1, lakePort: port + 50, script: [next, 'start']})
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
  const {headers} = await fetch(site.url + path)
  const etag = `If-None-Match: ${headers.get('etag')}`
  for (const [form, sent] of [
    ['gzip', [gzip]],
    ['brotli', [brotli]],
    ['304', [gzip, etag]],
  ] as const) {
    rows[`${size} page, ${form} / empty page`] = {
      ...paired(site.url + path, `${bare.url}/page`, ...sent),
      target: 10,
      'bytes (gzip)': gzipSync(html).length,
    }
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
for (const [name, origin, target] of [
  ['alone', site.url, 0.35],
  ['behind nginx', nginx.url, 0.7],
] as const) {
  rows[`large page, ${name} / nginx from disk`] = {
    ...paired(origin + pages.large, `${plain.url}/bench.html`, gzip),
    target,
    'bytes (gzip)': gzipSync(html).length,
  }
}
report('requests', rows)

/** Latency of a page in milliseconds: the median and the 99th percentile. */
function latency(url: string) {
  const output = execFileSync(wrk, ['-t1', '-c2', `-d${values.seconds}s`, '--latency', url]).toString()
  const percentile = (name: string) => {
    const [, amount, unit = ''] = new RegExp(`${name}%\\s+([\\d.]+)(us|ms|s)`).exec(output) ?? []
    return round(Number(amount) * ({us: 0.001, ms: 1, s: 1000}[unit] ?? Number.NaN), 1)
  }
  return {median: percentile('50'), p99: percentile('99')}
}
const quiet = latency(site.url + pages.large)
/** The latency beside a flood of addresses that no cache can answer, from 200 connections. */
function latencyBeside(name: string, pauseMs: number) {
  const script = join(mkdtempSync(join(tmpdir(), 'wrk-')), 'made-up-addresses.lua')
  writeFileSync(
    script,
    `local count = 0
request = function()
  count = count + 1
  return wrk.format("GET", "/en/our-membership/czech-networks/${name}-" .. count)
end
delay = function() return ${pauseMs} end`,
  )
  const options = ['-t1', '-c200', `-d${Number(values.seconds) + 2}s`, '-s', script, site.url]
  const flood = spawn(wrk, options, {stdio: 'ignore'})
  execFileSync('sleep', ['1'])
  const measured = latency(site.url + pages.large)
  flood.kill()
  return measured
}
report('latency-in-ms', {
  quiet,
  'beside 200 made-up addresses a second': latencyBeside('made-up', 1_000),
  'beside as many as fit': latencyBeside('without-a-pause', 0),
})
await Promise.all([nginx.stop(), plain.stop(), site.stop(), bare.stop()])
await lake.stop()
process.exit(0)
