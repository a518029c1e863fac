import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fuzz} from './fuzz.ts'
import {forkLake, processToken, waitForExit} from './lake-process.ts'

/** `node sanity/lake/faults/run-fuzz.ts [requests=10000] [seed=1]`. Exit code 1 when there is a finding. */
const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const dir = mkdtempSync(join(tmpdir(), 'lake-fuzz-'))
const memory = (pid: number | undefined, name: string) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
try {
  const {child, url, output} = await forkLake(dir)
  if (!url) throw new Error(output())
  const started = performance.now()
  const report = await fuzz(url, count, seed)
  const seconds = Math.round((performance.now() - started) / 1000)
  const isAlive = child.exitCode === null && child.signalCode === null
  console.table(report.kinds)
  console.log('responses by status (0: none, for example of an aborted request):', report.statuses)
  console.log(
    `${count} requests in ${seconds} s, seed ${seed}, load of the machine ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(
    `alive: ${isAlive}; plain queries in between: ${report.checks.count}, worst ${report.checks.worstMs} ms`,
  )
  if (isAlive)
    console.log(
      `memory: ${Math.round(memory(child.pid, 'VmRSS'))} MB at the end, ${Math.round(memory(child.pid, 'VmHWM'))} MB at most`,
    )
  const logged = output().match(/^\[lake\] .*/gm) ?? []
  console.log(
    `log lines: ${logged.length}; occurrences of the token: ${output().split(processToken).length - 1}`,
  )
  for (const line of new Set(logged.map((text) => text.slice(0, 160)))) console.log('  ', line)
  console.log(`findings: ${report.findings.length}`)
  for (const finding of report.findings.slice(0, 40)) console.log(finding)
  if (isAlive) {
    child.kill('SIGTERM')
    console.log('exit code', await waitForExit(child))
  }
  process.exitCode = !isAlive || report.findings.length > 0 ? 1 : 0
} finally {
  rmSync(dir, {recursive: true, force: true})
}
