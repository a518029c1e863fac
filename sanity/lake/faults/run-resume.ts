import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {forkLake, waitForExit} from './lake-process.ts'
import {createLoads, type Load} from './resume.ts'

/**
 * `node sanity/lake/faults/run-resume.ts [--edits 450] [--only name]`: how long other requests wait while the
 * lake replays its history. Exit code 1 when a load took a minute.
 */
const {values} = parseArgs({options: {edits: {type: 'string', default: '450'}, only: {type: 'string'}}})
const edits = Number(values.edits)
const dir = mkdtempSync(join(tmpdir(), 'lake-resume-'))
const {child, url, output} = await forkLake(join(dir, 'data'))
try {
  if (!url) throw new Error(output())
  const lake = createLoads(url)
  const first = await lake.editRepeatedly(edits)
  const loads: Record<string, () => Promise<Load>> = {
    idle: lake.idle,
    '1 listener resumes': () => lake.resumes(1, first, edits),
    '10 listeners resume': () => lake.resumes(10, first, edits),
    'document at its first revision': () => lake.get(`/history/production/documents/long?revision=${first}`),
    'transactions with effects': () =>
      lake.get('/history/production/transactions/long?effectFormat=mendoza&limit=1000'),
    'events of a document': () => lake.get('/history/production/events/documents/long?limit=1000'),
    export: () => lake.get('/export/production'),
    'concurrent edits and a webhook': () => lake.editsWithWebhook(edits),
  }
  const rows: [string, object][] = []
  for (const [name, load] of Object.entries(loads)) {
    if (values.only && !name.includes(values.only)) continue
    const timeout = AbortSignal.timeout(60_000)
    const stuck = new Promise<Load>((resolve) => {
      timeout.onabort = () =>
        resolve({
          durationMs: 60_000,
          result: 'not done after a minute',
          others: {count: 0, median: 0, worst: 60_000},
        })
    })
    const {durationMs, result, others} = await Promise.race([load(), stuck])
    rows.push([
      name,
      {'took ms': durationMs, 'others: worst ms': others.worst, 'median ms': others.median, result},
    ])
    if (durationMs === 60_000) {
      process.exitCode = 1
      break
    }
  }
  console.log(`${edits} edits of a document of 10 kB`)
  console.table(Object.fromEntries(rows))
} finally {
  child.kill('SIGKILL')
  await waitForExit(child)
  rmSync(dir, {recursive: true, force: true})
}
process.exit()
