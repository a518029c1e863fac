import type {MiddlewareHandler} from 'hono'
import {type Clock, systemClock} from '../clock.ts'
import {httpError} from '../errors.ts'
import type {LakeEnv} from './app-types.ts'

type Kind = 'mutation' | 'upload' | 'query' | 'other'

/** As documented for Sanity's API: https://www.sanity.io/docs/content-lake/technical-limits */
const sanityRateLimits = {
  /** From one IP address. All requests to a lake come from this machine. */
  perSecond: {all: 500, mutation: 25, upload: 25},
  /** In one dataset. */
  atOnce: {query: 500, mutation: 100},
}

function kindOf(method: string, path: string): Kind {
  if (/^\/v[^/]+\/data\/query\//.test(path)) return 'query'
  if (method !== 'POST') return 'other'
  if (/^\/v[^/]+\/data\/(mutate|actions)\//.test(path)) return 'mutation'
  return /^\/v[^/]+\/assets\//.test(path) ? 'upload' : 'other'
}

/**
 * Refuses requests above Sanity's limits with 429, so that a program can be tested for it. Off by default: a lake on
 * one's own machine has no other users to protect.
 */
export function rateLimits(clock: Clock = systemClock): MiddlewareHandler<LakeEnv> {
  const {perSecond, atOnce} = sanityRateLimits
  let second = 0
  let counts = {all: 0, mutation: 0, upload: 0}
  const running = new Map<string, number>()

  return async (context, next) => {
    const {method, path} = context.req
    const kind = kindOf(method, path)
    const refuse = (limit: string, value: number) => {
      context.header('Retry-After', '1')
      context.header('RateLimit-Reset', '1')
      context.header(`X-RateLimit-Limit-${limit}`, String(value))
      context.header(`X-RateLimit-Remaining-${limit}`, '0')
      throw httpError(429, 'API rate limit exceeded')
    }

    const now = Math.floor(clock.now() / 1000)
    if (now !== second) {
      second = now
      counts = {all: 0, mutation: 0, upload: 0}
    }
    const limited = kind === 'mutation' || kind === 'upload' ? (['all', kind] as const) : (['all'] as const)
    for (const name of limited) {
      counts[name] += 1
      if (counts[name] > perSecond[name]) refuse('Second', perSecond[name])
    }

    if (kind !== 'query' && kind !== 'mutation') return next()
    const lane = `${kind} ${context.req.path.split('/')[4]}`
    const count = running.get(lane) ?? 0
    if (count >= atOnce[kind]) refuse('Concurrent', atOnce[kind])
    running.set(lane, count + 1)
    try {
      await next()
    } finally {
      running.set(lane, (running.get(lane) ?? 1) - 1)
    }
  }
}
