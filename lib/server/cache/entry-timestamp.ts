import {readBuildId} from './build.ts'
import {CHECKSUM_HEADER} from './checksum.ts'

/**
 * The entry timestamp: the start of the request that an entry was rendered for.
 *
 * Next takes the time at which it stores an entry, or the mtime of its file. Then a publish during the render
 * would count as older than the page and stay invisible until the next publish, and a build that is copied to
 * its server would look as new as the copy. So an entry has its timestamp among its headers, which memory
 * and disk both keep. Redis stores it beside the entry.
 */
const TIMESTAMP_HEADER = 'x-entry-timestamp'
/** The run of the server that set the timestamp. Each run counts time from its own start. */
const RUN_HEADER = 'x-entry-run'
const startedAt = performance.timeOrigin
const thisRun = String(startedAt)

/** 0, the oldest, when there is no build: in tests. */
const buildStartedAt = () => Number(readBuildId()) || 0

type Headers = Record<string, unknown>

/**
 * `timestamp` in milliseconds since 1970. Values of kind FETCH (answers of the CMS) have no headers of their
 * own and stay in memory.
 */
export function withTimestamp<Value extends {kind: string}>(value: Value, timestamp: number): Value {
  if (value.kind === 'FETCH') return {...value, timestamp}
  const {headers} = value as {headers?: Headers}
  return {...value, headers: {...headers, [TIMESTAMP_HEADER]: String(timestamp), [RUN_HEADER]: thisRun}}
}

type Entry = {lastModified?: number; value: object | null}
type Parsed = {timestamp: number; value: object}

/** Parsed once for each value that Next keeps in memory, not at each request. */
const parsedValues = new WeakMap<object, Parsed>()

/** The entry with its timestamp as `lastModified`, without the headers that are ours alone. */
export function readTimestamp<E extends Entry | null>(entry: E): E {
  if (!entry?.value) return entry
  const {value} = entry as Entry & {value: {headers?: Headers; timestamp?: number}}
  if (value.timestamp) return {...entry, lastModified: value.timestamp}
  if (!value.headers) return entry
  const parsed = parsedValues.get(value) ?? parse(value, value.headers)
  return {...entry, lastModified: parsed.timestamp, value: parsed.value}
}

/**
 * A page of the build has no timestamp: it is as old as the start of the build. An entry of an earlier run is
 * at most as new as the start of this one. The clock of that run may have been ahead.
 */
function parse(
  value: object,
  {
    [TIMESTAMP_HEADER]: stored = buildStartedAt(),
    [RUN_HEADER]: run,
    [CHECKSUM_HEADER]: _,
    ...headers
  }: Headers,
): Parsed {
  const timestamp = run === thisRun ? Number(stored) : Math.min(Number(stored), startedAt)
  const parsed = {timestamp, value: {...value, headers}}
  parsedValues.set(value, parsed)
  return parsed
}
