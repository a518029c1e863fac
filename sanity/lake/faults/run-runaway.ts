import {mkdtempSync, rmSync} from 'node:fs'
import {loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {writeDocuments} from '../bench/documents.ts'
import {forkLake, waitForExit} from './lake-process.ts'
import {runQueries} from './runaway.ts'

/** `node sanity/lake/faults/run-runaway.ts [documents=10000]`: zero to eight runaway queries at once. */
const [size = 10_000] = process.argv.slice(2).map(Number)
const dir = mkdtempSync(join(tmpdir(), 'lake-runaway-'))
try {
  const {folder} = await writeDocuments(dir, size)
  const {child, url, output} = await forkLake(join(dir, 'data'), {LAKE_SEED: folder})
  if (!url) throw new Error(output())
  await fetch(`${url}/v1/data/query/production?query=count(*)`).then((response) => response.text())
  const load = loadavg()[0]?.toFixed(1)
  for (const count of [0, 1, 2, 3, 8]) {
    const {times, results} = await runQueries(url, count)
    console.log(
      `\n${count} runaway queries, ${size} documents; milliseconds; load of the machine before: ${load}`,
    )
    console.table(times)
    for (const {status, seconds, message} of results)
      console.log(`  ${status} after ${seconds} s: ${message}`)
  }
  child.kill('SIGTERM')
  await waitForExit(child)
  if (output().includes('Error')) console.error(output())
} finally {
  rmSync(dir, {recursive: true, force: true})
}
