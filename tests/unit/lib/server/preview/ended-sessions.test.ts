import {existsSync, mkdtempSync, readdirSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, it, vi} from 'vitest'
import {endSession, isEnded} from '#lib/server/preview/ended-sessions.ts'

const folder = () => join(mkdtempSync(join(tmpdir(), 'ended-')), 'ended-previews')
const HOUR_MS = 60 * 60 * 1000
const soon = () => Date.now() + HOUR_MS
let last = 0
const newId = () => String(++last).padStart(32, '0')

afterEach(() => {
  globalThis.endedPreviews?.clear()
  vi.restoreAllMocks()
})

it('a session that was left is ended, another one is not', async () => {
  const [here, left] = [folder(), newId()]
  await endSession({id: left, expires: soon()}, here)
  expect(await isEnded(left, here)).toBe(true)
  expect(await isEnded(newId(), here)).toBe(false)
})

it('it stays ended in a process that was started again, and in another one beside it', async () => {
  const [here, left] = [folder(), newId()]
  await endSession({id: left, expires: soon()}, here)
  globalThis.endedPreviews?.clear()
  expect(await isEnded(left, here)).toBe(true)
})

it('it is ended in this process even when the disk takes nothing', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const parent = mkdtempSync(join(tmpdir(), 'ended-'))
  const noFolder = join(parent, 'a-file')
  writeFileSync(noFolder, '')
  const left = newId()
  await endSession({id: left, expires: soon()}, noFolder)
  expect(await isEnded(left, noFolder)).toBe(true)
  expect(logged.mock.calls.flat().join()).toContain('ended in this process only')
})

it('what can’t be read counts as ended', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'ended-'))
  writeFileSync(join(parent, 'a-file'), '')
  expect(await isEnded(newId(), join(parent, 'a-file'))).toBe(true)
})

it('neither store keeps what would have expired by itself', async () => {
  const [here, old, left] = [folder(), newId(), newId()]
  await endSession({id: old, expires: Date.now() - 1}, here)
  const longAgo = (Date.now() - 25 * HOUR_MS) / 1000
  utimesSync(join(here, old), longAgo, longAgo)
  await endSession({id: left, expires: soon()}, here)
  expect(readdirSync(here)).toEqual([left])
  expect([...(globalThis.endedPreviews?.keys() ?? [])]).toEqual([left])
  expect(existsSync(join(here, left))).toBe(true)
})
