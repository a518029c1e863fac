import {clock} from '../clock.ts'

/** Callers that are told apart within a window; the ones beyond share what is left, so that memory stays bounded. */
const MAX_CALLERS = 10_000
const EVERYONE_ELSE = ''

type Limit = {
  /** Calls a caller may make within a window. */
  calls: number
  windowMs: number
}

/** Says whether a caller may go on. Counts start anew with each window: twice the limit passes where two meet. */
export function rateLimit({calls, windowMs}: Limit) {
  const counts = new Map<string, number>()
  let ends = 0
  return (caller: string, now = clock.now()): boolean => {
    if (now >= ends) {
      counts.clear()
      ends = now + windowMs
    }
    const key = counts.has(caller) || counts.size < MAX_CALLERS ? caller : EVERYONE_ELSE
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= calls
  }
}

/**
 * Who calls: the last address a proxy has written down, since the ones before it are the caller's own claim. Next
 * writes the peer's address where there is no proxy and the caller has claimed none.
 */
export const callerOf = (request: Request) =>
  request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || 'unknown'
