import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {killRounds} from './kill.ts'

/** `node sanity/lake/faults/run-kill.ts [rounds=50] [seed=1]`: exit code 1 when anything was lost or damaged. */
const [rounds = 50, seed = 1] = process.argv.slice(2).map(Number)
const dir = mkdtempSync(join(tmpdir(), 'lake-kill-'))
try {
  const report = await killRounds(dir, rounds, seed)
  const rows = Object.entries(report).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.length : value,
  ])
  console.table(Object.fromEntries(rows.filter(([name]) => name !== 'reopening')))
  console.log(`reopening (ms): median ${report.reopening.median}, worst ${report.reopening.worst}`)
  const wrong = Object.entries(report).filter(([, value]) => Array.isArray(value) && value.length > 0)
  for (const [name, list] of wrong) console.error(name, list)
  process.exitCode = wrong.length > 0 ? 1 : 0
} finally {
  rmSync(dir, {recursive: true, force: true})
}
