import {clock} from '../clock.ts'

/** Callers counted separately in a window. Further callers share one count: this bounds the memory. */
const MAX_CALLERS = 10_000
const OTHER_CALLERS = ''

type Limit = {
  /** Calls per caller and window. */
  calls: number
  windowMs: number
}

/**
 * Returns a function that counts a call and tells whether it is allowed. Fixed windows: at a boundary, twice
 * the limit can pass.
 */
export function rateLimit({calls, windowMs}: Limit) {
  const counts = new Map<string, number>()
  let windowEnds = 0
  return (caller: string, now = clock.now()): boolean => {
    if (now >= windowEnds) {
      counts.clear()
      windowEnds = now + windowMs
    }
    const key = counts.has(caller) || counts.size < MAX_CALLERS ? caller : OTHER_CALLERS
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= calls
  }
}

/**
 * The caller's address: the last one in `x-forwarded-for`. The caller can forge the ones before it. The last
 * one is from a trusted proxy or is the peer's own: ./trusted-proxies.ts.
 */
export const callerOf = (request: Request) =>
  request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || 'unknown'
