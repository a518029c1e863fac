import {setTimeout} from 'node:timers/promises'

/** Gives each host one turn in `gapMs`, however many callers wait for it. */
export function turnsOfHosts(gapMs: number): (host: string, delayMs?: number) => Promise<void> {
  const next = new Map<string, number>()
  return async (host, delayMs = 0) => {
    const now = performance.now()
    const turn = Math.max(now + delayMs, next.get(host) ?? 0)
    next.set(host, turn + gapMs)
    await setTimeout(turn - now)
  }
}
