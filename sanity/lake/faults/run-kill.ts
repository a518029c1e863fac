import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {killRounds} from './kill.ts'

/** `node sanity/lake/faults/run-kill.ts [rounds=50] [seed=1]`. Exit code 1 when data was lost or damaged. */
const [rounds = 50, seed = 1] = process.argv.slice(2).map(Number)
const dir = mkdtempSync(join(tmpdir(), 'lake-kill-'))
try {
  const report = await killRounds(dir, rounds, seed)
  const rows = Object.entries(report).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.length : value,
  ])
  console.table(Object.fromEntries(rows.filter(([name]) => name !== 'startTimes')))
  console.log(`start (ms): median ${report.startTimes.median}, worst ${report.startTimes.worst}`)
  const violations = Object.entries(report).filter(([, value]) => Array.isArray(value) && value.length > 0)
  for (const [name, list] of violations) console.error(name, list)
  process.exitCode = violations.length > 0 ? 1 : 0
} finally {
  rmSync(dir, {recursive: true, force: true})
}
