import {existsSync, mkdtempSync, readdirSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, it, vi} from 'vitest'
import {endSession, isEnded} from '#lib/server/preview/ended-sessions.ts'

const folder = () => join(mkdtempSync(join(tmpdir(), 'ended-')), 'ended-previews')
const HOUR_MS = 60 * 60 * 1000
const inAnHour = () => Date.now() + HOUR_MS
let last = 0
const newId = () => String(++last).padStart(32, '0')

afterEach(() => {
  globalThis.endedPreviews?.clear()
  vi.restoreAllMocks()
})

it('an ended session is ended, another session is not', async () => {
  const [store, ended] = [folder(), newId()]
  await endSession({id: ended, expires: inAnHour()}, store)
  expect(await isEnded(ended, store)).toBe(true)
  expect(await isEnded(newId(), store)).toBe(false)
})

it('a session stays ended after a restart and in other processes', async () => {
  const [store, ended] = [folder(), newId()]
  await endSession({id: ended, expires: inAnHour()}, store)
  globalThis.endedPreviews?.clear()
  expect(await isEnded(ended, store)).toBe(true)
})

it('a session ends in this process even when the disk fails', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const parent = mkdtempSync(join(tmpdir(), 'ended-'))
  const noFolder = join(parent, 'a-file')
  writeFileSync(noFolder, '')
  const ended = newId()
  await endSession({id: ended, expires: inAnHour()}, noFolder)
  expect(await isEnded(ended, noFolder)).toBe(true)
  expect(logged.mock.calls.flat().join()).toContain('ended in this process only')
})

it('a session whose file can’t be read counts as ended', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'ended-'))
  writeFileSync(join(parent, 'a-file'), '')
  expect(await isEnded(newId(), join(parent, 'a-file'))).toBe(true)
})

it('neither store keeps expired sessions', async () => {
  const [store, old, ended] = [folder(), newId(), newId()]
  await endSession({id: old, expires: Date.now() - 1}, store)
  const longAgo = (Date.now() - 25 * HOUR_MS) / 1000
  utimesSync(join(store, old), longAgo, longAgo)
  await endSession({id: ended, expires: inAnHour()}, store)
  expect(readdirSync(store)).toEqual([ended])
  expect([...(globalThis.endedPreviews?.keys() ?? [])]).toEqual([ended])
  expect(existsSync(join(store, ended))).toBe(true)
})
