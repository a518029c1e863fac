import type {FuzzRequest} from './fuzz-endpoints.ts'
import {anyRequest} from './fuzz-requests.ts'
import {send} from './fuzz-send.ts'
import {processToken} from './lake-process.ts'
import {createRandom} from './random.ts'

/** Time limit of any request except queries, which have their own. */
const slowMs = 1000
const queryLimitMs = 5000

type Finding = {what: string; kind: string; request: string; detail: string}

export type FuzzReport = {
  requests: number
  statuses: Record<string, number>
  kinds: Record<string, {count: number; worstMs: number}>
  /** Duration of a plain query after every batch, in milliseconds. */
  checks: {count: number; worstMs: number}
  findings: Finding[]
}

const mayQuery = ({path, body}: FuzzRequest) =>
  /data\/(query|mutate|export)/.test(path) || (typeof body === 'string' && body.includes('"query"'))

/**
 * Sends bad requests, several in parallel, and checks after every batch that the lake still answers
 * correctly.
 */
export async function fuzz(url: string, count: number, seed: number, parallel = 8): Promise<FuzzReport> {
  const random = createRandom(seed)
  const report: FuzzReport = {
    ...{requests: 0, statuses: {}, kinds: {}},
    ...{checks: {count: 0, worstMs: 0}, findings: []},
  }
  while (report.requests < count) {
    const batch = Math.min(count - report.requests, 250)
    const pending = Array.from({length: batch}, () => anyRequest(random))
    await Promise.all(
      Array.from({length: parallel}, async () => {
        for (let next = pending.pop(); next; next = pending.pop()) await sendOne(url, next, report)
      }),
    )
    report.requests += batch
    await checkLake(url, report)
  }
  return report
}

async function sendOne(url: string, {kind, request}: ReturnType<typeof anyRequest>, report: FuzzReport) {
  const {status, ms, text} = await send(url, request)
  report.statuses[status] = (report.statuses[status] ?? 0) + 1
  const known = report.kinds[kind] ?? {count: 0, worstMs: 0}
  report.kinds[kind] = {count: known.count + 1, worstMs: Math.max(known.worstMs, Math.round(ms))}
  const {mode, method, path, body} = request
  const addFinding = (what: string, detail: string) =>
    report.findings.push({
      what,
      kind,
      request: `${mode} ${method} ${path.slice(0, 300)} ${String(body ?? '').slice(0, 300)}`,
      detail: detail.slice(0, 300),
    })
  if (status >= 500 && ![501, 503].includes(status)) addFinding(String(status), text)
  const limit = mayQuery(request) ? queryLimitMs + slowMs : slowMs
  if (ms > limit && mode !== 'drip') addFinding('slow', `${Math.round(ms)} ms, ${status}`)
  if (
    status === 0 &&
    mode === 'send' &&
    Number(request.headers['content-length'] ?? 0) === 0 &&
    !isHuge(request)
  )
    addFinding('no answer', '')
  if (text.includes(processToken)) addFinding('token shown', text)
}

/** The lake disconnects a client that sends far too much, before it can read the response. */
const isHuge = ({body}: FuzzRequest) => Buffer.byteLength(body ?? '') > 40_000_000

async function checkLake(url: string, report: FuzzReport) {
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
