import type {FuzzRequest} from './fuzz-places.ts'
import {anyRequest} from './fuzz-requests.ts'
import {send} from './fuzz-send.ts'
import {processToken} from './lake-process.ts'
import {createRandom} from './random.ts'

/** Nothing may take longer, but queries, which have a limit of their own. */
const slowMs = 1000
const queryLimitMs = 5000

type Finding = {what: string; kind: string; request: string; detail: string}

export type FuzzReport = {
  requests: number
  statuses: Record<string, number>
  kinds: Record<string, {count: number; worstMs: number}>
  /** How long a plain query took, asked after every so many requests: milliseconds. */
  checks: {count: number; worstMs: number}
  findings: Finding[]
}

const mayQuery = ({path, body}: FuzzRequest) =>
  /data\/(query|mutate|export)/.test(path) || (typeof body === 'string' && body.includes('"query"'))

/** Sends bad requests, several at a time, and looks every so often whether the lake still answers as it should. */
export async function fuzz(url: string, count: number, seed: number, parallel = 8): Promise<FuzzReport> {
  const random = createRandom(seed)
  const report: FuzzReport = {
    ...{requests: 0, statuses: {}, kinds: {}},
    ...{checks: {count: 0, worstMs: 0}, findings: []},
  }
  while (report.requests < count) {
    const batch = Math.min(count - report.requests, 250)
    const left = Array.from({length: batch}, () => anyRequest(random))
    await Promise.all(
      Array.from({length: parallel}, async () => {
        for (let next = left.pop(); next; next = left.pop()) await one(url, next, report)
      }),
    )
    report.requests += batch
    await check(url, report)
  }
  return report
}

async function one(url: string, {kind, request}: ReturnType<typeof anyRequest>, report: FuzzReport) {
  const {status, ms, text} = await send(url, request)
  report.statuses[status] = (report.statuses[status] ?? 0) + 1
  const known = report.kinds[kind] ?? {count: 0, worstMs: 0}
  report.kinds[kind] = {count: known.count + 1, worstMs: Math.max(known.worstMs, Math.round(ms))}
  const {mode, method, path, body} = request
  const found = (what: string, detail: string) =>
    report.findings.push({
      what,
      kind,
      request: `${mode} ${method} ${path.slice(0, 300)} ${String(body ?? '').slice(0, 300)}`,
      detail: detail.slice(0, 300),
    })
  if (status >= 500 && ![501, 503].includes(status)) found(String(status), text)
  const limit = mayQuery(request) ? queryLimitMs + slowMs : slowMs
  if (ms > limit && mode !== 'drip') found('slow', `${Math.round(ms)} ms, ${status}`)
  if (
    status === 0 &&
    mode === 'send' &&
    Number(request.headers['content-length'] ?? 0) === 0 &&
    !isHuge(request)
  )
    found('no answer', '')
  if (text.includes(processToken)) found('token shown', text)
}

/** A sender of far too much is hung up on: it may not come to read why. */
const isHuge = ({body}: FuzzRequest) => Buffer.byteLength(body ?? '') > 40_000_000

async function check(url: string, report: FuzzReport) {
  const started = performance.now()
  const search = new URLSearchParams({query: '[count(*[_id == "anchor"]), 1 + 1]'})
  const signal = AbortSignal.timeout(10_000)
  const text = await fetch(`${url}/v1/data/query/production?${search}`, {signal}).then(
    (response) => response.text(),
    (error) => String(error),
  )
  const ms = Math.round(performance.now() - started)
  report.checks = {count: report.checks.count + 1, worstMs: Math.max(report.checks.worstMs, ms)}
  if (!/"result":\[[01],2\]/.test(text))
    report.findings.push({what: 'no normal answer', kind: 'check', request: '', detail: text})
}
