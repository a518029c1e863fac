import {mkdtempSync, rmSync} from 'node:fs'
import {loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {writeDocuments} from '../bench/documents.ts'
import {forkLake, gone} from './lake-process.ts'
import {letRun} from './runaway.ts'

/** `node sanity/lake/faults/run-runaway.ts [documents=10000]`: one to eight queries that run away at once. */
const [size = 10_000] = process.argv.slice(2).map(Number)
const dir = mkdtempSync(join(tmpdir(), 'lake-runaway-'))
try {
  const {folder} = await writeDocuments(dir, size)
  const {child, url, said} = await forkLake(join(dir, 'data'), {LAKE_SEED: folder})
  if (!url) throw new Error(said())
  await fetch(`${url}/v1/data/query/production?query=count(*)`).then((response) => response.text())
  const load = loadavg()[0]?.toFixed(1)
  for (const count of [0, 1, 2, 3, 8]) {
    const {times, ends} = await letRun(url, count)
    console.log(`\n${count} at once, ${size} documents; milliseconds; load of the machine before: ${load}`)
    console.table(times)
    for (const {status, seconds, message} of ends) console.log(`  ${status} after ${seconds} s: ${message}`)
  }
  child.kill('SIGTERM')
  await gone(child)
  if (said().includes('Error')) console.error(said())
} finally {
  rmSync(dir, {recursive: true, force: true})
}
