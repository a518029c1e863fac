import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {forkLake, processToken, waitForExit} from './lake-process.ts'

/**
 * `node sanity/lake/faults/run-disk-full.ts`, as root. Runs a lake on a file system of 8 MB that fills up,
 * restarts it while full, then frees space. Exit code 1 when a check fails.
 */
const headers = {authorization: `Bearer ${processToken}`}
const mount = mkdtempSync(join(tmpdir(), 'lake-full-'))
const dir = join(mount, 'data')
const ballast = join(mount, 'ballast')
const results: Record<string, {expected: unknown; found: unknown; ok: boolean}> = {}
const expectThat = (what: string, found: unknown, expected: unknown) => {
  results[what] = {expected, found, ok: JSON.stringify(found) === JSON.stringify(expected)}
}

execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', mount])
try {
  writeFileSync(ballast, Buffer.alloc(1024 * 1024))
  const first = await forkLake(dir)
  const url = first.url ?? ''
  const write = (id: string) =>
    fetch(`${url}/v1/data/mutate/production`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        mutations: ['a', 'b'].map((part) => ({
          create: {_id: `${id}-${part}`, _type: 'part', filler: Math.random().toString(36).repeat(4000)},
        })),
      }),
    })
  const ids = async (at = url): Promise<string[]> => {
    const response = await fetch(`${at}/v1/data/query/production?query=*[_type=="part"]._id`, {headers})
    return (await response.json()).result
  }
  const written: string[] = []
  let rejected: Response | undefined
  for (let index = 0; index < 500 && !rejected; index += 1) {
    const response = await write(`d${index}`)
    if (response.ok) written.push(`d${index}-a`, `d${index}-b`)
    else rejected = response
  }
  const sorted = written.toSorted()
  expectThat('some writes before the disk is full', written.length > 10, true)
  expectThat('status of the write on a full disk', rejected?.status, 507)
  expectThat('the response says so', /disk is full/.test((await rejected?.text()) ?? ''), true)
  expectThat('only acknowledged writes are read', (await ids()).toSorted().join(), sorted.join())
  const upload = {method: 'POST', headers, body: Buffer.alloc(6_000_000)}
  expectThat('status of an upload', (await fetch(`${url}/v1/assets/files/production`, upload)).status, 507)
  expectThat('the log names the cause', /disk is full|ENOSPC|database or disk/.test(first.output()), true)

  first.child.kill('SIGKILL')
  await waitForExit(first.child)
  const second = await forkLake(dir)
  expectThat('starts again while the disk is full', second.url !== undefined, true)
  if (second.url)
    expectThat(
      'reads while the disk is full',
      (await ids(second.url)).toSorted().join() === sorted.join(),
      true,
    )
  else console.error(second.output())
  second.child.kill('SIGTERM')
  expectThat('exits with 0 while the disk is full', await waitForExit(second.child), 0)

  rmSync(ballast)
  const third = await forkLake(dir)
  const writeAfterFull = await fetch(`${third.url}/v1/data/mutate/production`, {
    method: 'POST',
    headers,
    body: '{"mutations":[{"create":{"_id":"again","_type":"other"}}]}',
  })
  expectThat('writes again when there is space', writeAfterFull.status, 200)
  expectThat('has lost no document', (await ids(third.url)).toSorted().join() === sorted.join(), true)
  third.child.kill('SIGTERM')
  await waitForExit(third.child)
  const db = new DatabaseSync(join(dir, 'lake.sqlite'), {readOnly: true})
  expectThat('the database file is intact', db.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok')
  db.close()
} finally {
  execFileSync('umount', ['-l', mount])
  rmdirSync(mount)
}
const rows = Object.entries(results).map(([what, {expected, found, ok}]) => {
  const short = (value: unknown) => String(value).slice(0, 40)
  return [what, {ok, found: short(found), expected: short(expected)}]
})
console.table(Object.fromEntries(rows))
process.exitCode = Object.values(results).every(({ok}) => ok) ? 0 : 1
