import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {writePending} from '#lib/server/cache/disk.ts'
import {isWholePage} from '#lib/server/cache/whole-page.ts'
import {cacheForTests, clearMemory, page, pageContext, revalidateHourly} from './cache-for-tests.ts'

let logged: {message: string; level: string; key?: string}[] = []
beforeEach(() => {
  logged = []
  for (const level of ['error', 'info'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => logged.push(JSON.parse(line)))
})
afterEach(() => vi.restoreAllMocks())

const segments = () => new Map([['/_tree', Buffer.from('tree')]])
const pageOf = (html: string) =>
  page(html, {rscData: Buffer.from(`data of ${html}`), segmentData: segments()})
const route = (body: string) =>
  ({kind: 'APP_ROUTE', body: Buffer.from(body), headers: {}, status: 200}) as never
const routeContext = {...pageContext, kind: 'APP_ROUTE'} as never

function disk() {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  /** Free bytes. A file that needs more is cut off there, as the operating system does. */
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
    set: (key: string, value: ReturnType<typeof page>) => cache().set(key, value, revalidateHourly),
    get: async (key: string, ask = pageContext) => {
      const value = (await cache().get(key, ask))?.value as {html?: string; body?: Buffer} | undefined
      return value?.html ?? value?.body?.toString()
    },
    setFreeBytes(bytes: number, errorCode = 'ENOSPC') {
      room = bytes
      code = errorCode
    },
  }
}

describe('a full disk', () => {
  it('costs no visitor a page, logs the remedy once, and after a restart leaves the last complete page', async () => {
    const {set, get, setFreeBytes, folder} = disk()
    await set('/en/page', pageOf('<p>before</p>'))
    const kept = readdirSync(folder)
    for (let room = 0; room < 60; room += 5) {
      setFreeBytes(room)
      await set('/en/page', pageOf('<p>after</p>'))
      expect(await get('/en/page'), `${room} bytes left`).toBe('<p>after</p>')
      clearMemory()
      expect(await get('/en/page'), `${room} bytes left, after a restart`).toBe('<p>before</p>')
      expect(readdirSync(folder), 'no temporary file stays').toEqual(kept)
    }
    expect(logged).toMatchObject([
      {level: 'error', message: expect.stringMatching(/disk is full: make room/)},
    ])
    setFreeBytes(Number.POSITIVE_INFINITY)
    await writePending()
    clearMemory()
    expect(await get('/en/page'), 'once there is room').toBe('<p>after</p>')
    expect(logged.at(-1)).toMatchObject({level: 'info', message: 'Pages are written to disk again'})
  })

  it('that is read-only or belongs to another user logs the remedy', async () => {
    for (const [code, remedy] of Object.entries({EROFS: 'mount it', EACCES: 'change the owner'})) {
      const {set, setFreeBytes} = disk()
      setFreeBytes(0, code)
      await set('/en/page', pageOf('<p>page</p>'))
      expect(logged.at(-1)?.message).toContain(remedy)
      setFreeBytes(Number.POSITIVE_INFINITY)
      await writePending()
    }
  })

  it('gets the newest pending page later, and no older one', async () => {
    const {set, get, setFreeBytes} = disk()
    setFreeBytes(0)
    await Promise.all(['one', 'two', 'three'].map((text) => set('/en/page', pageOf(text))))
    expect(await get('/en/page')).toBe('three')
    setFreeBytes(Number.POSITIVE_INFINITY)
    await set('/en/page', pageOf('four'))
    await writePending()
    clearMemory()
    expect(await get('/en/page')).toBe('four')
  })
})

describe('an entry with an incomplete file', () => {
  const damage: Record<string, (folder: string) => void> = {
    'empty html': (folder) => truncateSync(join(folder, 'page.html')),
    'html cut off': (folder) => truncateSync(join(folder, 'page.html'), 10),
    'empty meta': (folder) => truncateSync(join(folder, 'page.meta')),
    'no meta': (folder) => rmSync(join(folder, 'page.meta')),
    'meta cut off': (folder) => truncateSync(join(folder, 'page.meta'), 20),
    'empty data': (folder) => truncateSync(join(folder, 'page.rsc')),
    'an empty segment': (folder) => truncateSync(join(folder, 'page.segments/_tree.segment.rsc')),
    'no segment': (folder) => rmSync(join(folder, 'page.segments'), {recursive: true}),
    'html of another version': (folder) => writeFileSync(join(folder, 'page.html'), '<p>other</p>'),
  }
  it.each(Object.keys(damage))('is a cache miss until its page is stored again: %s', async (how) => {
    const {set, get, folder} = disk()
    await set('/en/page', pageOf('<p>page</p>'))
    damage[how]?.(folder)
    clearMemory()
    for (let time = 0; time < 3; time++) expect(await get('/en/page')).toBeUndefined()
    // Next itself finds no page without its data file. The checksum detects the rest, and it is logged once.
    expect(logged.filter(({key}) => key === '/en/page').length).toBeLessThanOrEqual(1)
    await set('/en/page', pageOf('<p>new</p>'))
    clearMemory()
    expect(await get('/en/page')).toBe('<p>new</p>')
  })

  it('can be a feed or a file', async () => {
    const {set, get, folder} = disk()
    await set('/en/feed.xml', route('<feed/>'))
    clearMemory()
    expect(await get('/en/feed.xml', routeContext)).toBe('<feed/>')
    for (const file of ['feed.xml.body', 'feed.xml.meta']) {
      const backup = join(mkdtempSync(join(tmpdir(), 'backup-')), 'en')
      cpSync(folder, backup, {recursive: true})
      truncateSync(join(folder, file))
      clearMemory()
      expect(await get('/en/feed.xml', routeContext), file).toBeUndefined()
      cpSync(backup, folder, {recursive: true})
    }
  })

  it('never shows its checksum or its timestamp', async () => {
    const {set, get, folder} = disk()
    await set('/en/page', pageOf('<p>page</p>'))
    const {headers} = JSON.parse(readFileSync(join(folder, 'page.meta'), 'utf8'))
    expect(Object.keys(headers).sort()).toEqual(['x-checksum', 'x-entry-run', 'x-entry-timestamp'])
    await get('/en/page')
    clearMemory()
    const entry = await cacheForTests({serverDistDir: join(folder, '../..'), flushToDisk: true}).get(
      '/en/page',
      pageContext,
    )
    expect(entry?.value).toMatchObject({headers: {}})
  })
})

it('a blank or cut-off page is not a whole page', () => {
  expect(['<html>…</html>', '<html></html>\n'].map(isWholePage)).toEqual([true, true])
  expect(['', '<html><body>', '</html> and more'].map(isWholePage)).toEqual([false, false, false])
})
