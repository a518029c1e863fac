import {readdirSync, readFileSync} from 'node:fs'

/** Files that the lake may open later: more query workers, time limits, assets, exports. */
const reservedFiles = 24

/**
 * How many connections fit below the process's limit of open files (`ulimit -n`). Without a free one, Node
 * can't start a timer thread, and aborts. Linux only: elsewhere the limit is unknown.
 */
export function maxConnections(): number | undefined {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    const open = readdirSync('/proc/self/fd').length
    return limit === undefined ? undefined : Math.max(4, Number(limit) - open - reservedFiles)
  } catch {
    return undefined
  }
}
