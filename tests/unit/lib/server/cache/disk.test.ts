import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {writeWhatIsLeft} from '#lib/server/cache/disk.ts'
import {isWholePage} from '#lib/server/http/whole-page.ts'
import {askForPage, cacheForTests, forgetMemory, keptForAnHour, page} from './cache-for-tests.ts'

let said: {message: string; level: string; key?: string}[] = []
beforeEach(() => {
  said = []
  for (const level of ['error', 'info'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => said.push(JSON.parse(line)))
})
afterEach(() => vi.restoreAllMocks())

const segments = () => new Map([['/_tree', Buffer.from('tree')]])
const pageOf = (html: string) =>
  page(html, {rscData: Buffer.from(`data of ${html}`), segmentData: segments()})
const route = (body: string) =>
  ({kind: 'APP_ROUTE', body: Buffer.from(body), headers: {}, status: 200}) as never
const askForRoute = {...askForPage, kind: 'APP_ROUTE'} as never

function disk() {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  /** Bytes there is room for: the file that goes beyond is cut off there, as the system does it. */
  let room = Number.POSITIVE_INFINITY
  let code = 'ENOSPC'
  const limited = async (file: string, data: string | Buffer) => {
    const bytes = Buffer.from(data)
    const fits = bytes.subarray(0, room)
    room -= fits.length
    if (code !== 'EACCES' || fits.length === bytes.length) await writeFile(file, fits)
    if (fits.length < bytes.length) throw Object.assign(new Error(`${code}: no space`), {code})
  }
  const cache = () => cacheForTests({serverDistDir, flushToDisk: true, fs: {writeFile: limited}})
  return {
    folder: join(serverDistDir, 'app/en'),
    set: (key: string, value: ReturnType<typeof page>) => cache().set(key, value, keptForAnHour),
    get: async (key: string, ask = askForPage) => {
      const value = (await cache().get(key, ask))?.value as {html?: string; body?: Buffer} | undefined
      return value?.html ?? value?.body?.toString()
    },
    leave(bytes: number, why = 'ENOSPC') {
      room = bytes
      code = why
    },
  }
}

describe('a disk that is full', () => {
  it('costs no visitor a page, says once what to do, and after a restart leaves what was whole before', async () => {
    const {set, get, leave, folder} = disk()
    await set('/en/page', pageOf('<p>before</p>'))
    const kept = readdirSync(folder)
    for (let room = 0; room < 60; room += 5) {
      leave(room)
      await set('/en/page', pageOf('<p>after it</p>'))
      expect(await get('/en/page'), `${room} bytes left`).toBe('<p>after it</p>')
      forgetMemory()
      expect(await get('/en/page'), `${room} bytes left, after a restart`).toBe('<p>before</p>')
      expect(readdirSync(folder), 'nothing half-written stays').toEqual(kept)
    }
    expect(said).toMatchObject([{level: 'error', message: expect.stringMatching(/disk is full: make room/)}])
    leave(Number.POSITIVE_INFINITY)
    await writeWhatIsLeft()
    forgetMemory()
    expect(await get('/en/page'), 'once there is room').toBe('<p>after it</p>')
    expect(said.at(-1)).toMatchObject({level: 'info', message: 'Pages are kept on disk again'})
  })

  it('or read-only, or another user’s, names the remedy', async () => {
    for (const [code, remedy] of Object.entries({EROFS: 'mount it', EACCES: 'change the owner'})) {
      const {set, leave} = disk()
      leave(0, code)
      await set('/en/page', pageOf('<p>page</p>'))
      expect(said.at(-1)?.message).toContain(remedy)
      leave(Number.POSITIVE_INFINITY)
      await writeWhatIsLeft()
    }
  })

  it('gets the newest of what it did not take, and nothing that is older', async () => {
    const {set, get, leave} = disk()
    leave(0)
    await Promise.all(['one', 'two', 'three'].map((text) => set('/en/page', pageOf(text))))
    expect(await get('/en/page')).toBe('three')
    leave(Number.POSITIVE_INFINITY)
    await set('/en/page', pageOf('four'))
    await writeWhatIsLeft()
    forgetMemory()
    expect(await get('/en/page')).toBe('four')
  })
})

describe('an entry whose files are not whole', () => {
  const spoil: Record<string, (folder: string) => void> = {
    'empty html': (folder) => truncateSync(join(folder, 'page.html')),
    'html cut off': (folder) => truncateSync(join(folder, 'page.html'), 10),
    'empty meta': (folder) => truncateSync(join(folder, 'page.meta')),
    'no meta': (folder) => rmSync(join(folder, 'page.meta')),
    'meta cut off': (folder) => truncateSync(join(folder, 'page.meta'), 20),
    'empty data': (folder) => truncateSync(join(folder, 'page.rsc')),
    'an empty segment': (folder) => truncateSync(join(folder, 'page.segments/_tree.segment.rsc')),
    'no segment': (folder) => rmSync(join(folder, 'page.segments'), {recursive: true}),
    'html of another time': (folder) => writeFileSync(join(folder, 'page.html'), '<p>other</p>'),
  }
  it.each(Object.keys(spoil))('is none, and is made anew: %s', async (how) => {
    const {set, get, folder} = disk()
    await set('/en/page', pageOf('<p>page</p>'))
    spoil[how]?.(folder)
    forgetMemory()
    for (let time = 0; time < 3; time++) expect(await get('/en/page')).toBeUndefined()
    // Next finds no html where there is no data; the rest is told from the seal, and said once.
    expect(said.filter(({key}) => key === '/en/page').length).toBeLessThanOrEqual(1)
    await set('/en/page', pageOf('<p>anew</p>'))
    forgetMemory()
    expect(await get('/en/page')).toBe('<p>anew</p>')
  })

  it('may be a feed or a file', async () => {
    const {set, get, folder} = disk()
    await set('/en/feed.xml', route('<feed/>'))
    forgetMemory()
    expect(await get('/en/feed.xml', askForRoute)).toBe('<feed/>')
    for (const file of ['feed.xml.body', 'feed.xml.meta']) {
      const whole = join(mkdtempSync(join(tmpdir(), 'whole-')), 'en')
      cpSync(folder, whole, {recursive: true})
      truncateSync(join(folder, file))
      forgetMemory()
      expect(await get('/en/feed.xml', askForRoute), file).toBeUndefined()
      cpSync(whole, folder, {recursive: true})
    }
  })

  it('never shows its seal or its date', async () => {
    const {set, get, folder} = disk()
    await set('/en/page', pageOf('<p>page</p>'))
    const {headers} = JSON.parse(readFileSync(join(folder, 'page.meta'), 'utf8'))
    expect(Object.keys(headers).sort()).toEqual(['x-made-at', 'x-made-in', 'x-seal'])
    await get('/en/page')
    forgetMemory()
    const entry = await cacheForTests({serverDistDir: join(folder, '../..'), flushToDisk: true}).get(
      '/en/page',
      askForPage,
    )
    expect(entry?.value).toMatchObject({headers: {}})
  })
})

it('a page that arrives blank or cut off is told from a whole one', () => {
  expect(['<html>…</html>', '<html></html>\n'].map(isWholePage)).toEqual([true, true])
  expect(['', '<html><body>', '</html> and more'].map(isWholePage)).toEqual([false, false, false])
})
