import {SEAL} from './seal.ts'

/**
 * When an entry of the cache was made. Next dates it when it is stored, and by the date of its file when it is read from
 * there. What was published while the page was being made would then count as older than the page, and stay unseen until
 * the next publish; and a build that is copied to its server would look as new as the copy. So an entry carries the
 * time of the request it was made for: among its headers, since those are kept in memory, on disk and elsewhere alike.
 */
const TIMESTAMP_HEADER = 'x-made-at'
/** By which run of the server: an earlier one counted from another start. */
const MADE_IN = 'x-made-in'
const startedAt = performance.timeOrigin
const thisRun = String(startedAt)

type Headers = Record<string, unknown>

/** `madeAt` in milliseconds since 1970. */
export const headersWithTimestamp = (
  headers: Headers | undefined,
  madeAt: number,
  run = thisRun,
): Headers => ({
  ...headers,
  [TIMESTAMP_HEADER]: String(madeAt),
  [MADE_IN]: run,
})

/** Answers of the CMS have no headers of their own and are in memory only. */
export function dated<Value extends {kind: string}>(value: Value, madeAt: number): Value {
  if (value.kind === 'FETCH') return {...value, madeAt}
  return {...value, headers: headersWithTimestamp((value as {headers?: Headers}).headers, madeAt)}
}

type Entry = {lastModified?: number; value: object | null}
type Read = {madeAt: number; value: object}

/** What was read of a value that Next keeps in memory: done once for it, not at each request. */
const read = new WeakMap<object, Read>()

/** The entry as old as it is, and without what no visitor needs to be told. */
export function readTimestamp<E extends Entry | null>(entry: E): E {
  if (!entry?.value) return entry
  const {value} = entry as Entry & {value: {headers?: Headers; madeAt?: number}}
  if (value.madeAt) return {...entry, lastModified: value.madeAt}
  if (value.headers?.[TIMESTAMP_HEADER] === undefined) return entry
  const {madeAt, value: undated} = read.get(value) ?? readOnce(value, value.headers)
  return {...entry, lastModified: madeAt, value: undated}
}

/** What an earlier run made is older than all that this one is told of, though the clock was ahead then. */
function readOnce(
  value: object,
  {[TIMESTAMP_HEADER]: made, [MADE_IN]: run, [SEAL]: _, ...headers}: Headers,
): Read {
  const madeAt = run === thisRun ? Number(made) : Math.min(Number(made), startedAt)
  const known = {madeAt, value: {...value, headers}}
  read.set(value, known)
  return known
}
