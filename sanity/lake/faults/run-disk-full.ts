import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {forkLake, gone, processToken} from './lake-process.ts'

/**
 * `node sanity/lake/faults/run-disk-full.ts`, as root: a lake on a file system of 8 MB that fills up, is opened again
 * while full, and gets room. Exit code 1 when anything is not as it should be.
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
  let refusal: Response | undefined
  for (let index = 0; index < 500 && !refusal; index += 1) {
    const response = await write(`d${index}`)
    if (response.ok) written.push(`d${index}-a`, `d${index}-b`)
    else refusal = response
  }
  const sorted = written.toSorted()
  expectThat('some writes before it is full', written.length > 10, true)
  expectThat('status of the write that finds no room', refusal?.status, 507)
  expectThat('it says so', /disk is full/.test((await refusal?.text()) ?? ''), true)
  expectThat('what was acknowledged is read, nothing else', (await ids()).toSorted().join(), sorted.join())
  const upload = {method: 'POST', headers, body: Buffer.alloc(6_000_000)}
  expectThat('status of an upload', (await fetch(`${url}/v1/assets/files/production`, upload)).status, 507)
  expectThat('the log names the cause', /disk is full|ENOSPC|database or disk/.test(first.said()), true)

  first.child.kill('SIGKILL')
  await gone(first.child)
  const second = await forkLake(dir)
  expectThat('opens again while it is full', second.url !== undefined, true)
  if (second.url) expectThat('and reads', (await ids(second.url)).toSorted().join() === sorted.join(), true)
  else console.error(second.said())
  second.child.kill('SIGTERM')
  expectThat('ends in good order while it is full', await gone(second.child), 0)

  rmSync(ballast)
  const third = await forkLake(dir)
  const again = await fetch(`${third.url}/v1/data/mutate/production`, {
    method: 'POST',
    headers,
    body: '{"mutations":[{"create":{"_id":"again","_type":"other"}}]}',
  })
  expectThat('writes again when there is room', again.status, 200)
  expectThat('has lost nothing', (await ids(third.url)).toSorted().join() === sorted.join(), true)
  third.child.kill('SIGTERM')
  await gone(third.child)
  const db = new DatabaseSync(join(dir, 'lake.sqlite'), {readOnly: true})
  expectThat('the file is sound', db.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok')
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
