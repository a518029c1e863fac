import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import {gunzipSync} from 'node:zlib'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {clientFor, lakeForTests, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const folder = mkdtempSync(join(tmpdir(), 'export-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const picture = (background: string) =>
  sharp({create: {width: 30, height: 20, channels: 3, background}})
    .png()
    .toBuffer()

/** Realistic content: drafts, versions, circular and weak references, assets, special characters. */
async function createContent(client: SanityClient) {
  const {assets} = client
  const image = await assets.upload('image', await picture('#c00'), {filename: 'Žluť.png', title: 'Title'})
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')
  const logo = await assets.upload('image', svg, {filename: 'logo.svg'})
  const file = await assets.upload('file', Buffer.from('%PDF-1.4'), {
    filename: 'stanovy.pdf',
    contentType: 'application/pdf',
  })
  await assets.upload('file', Buffer.from('a,b'), {filename: 'unused.csv', contentType: 'text/csv'})
  const asset = (_ref: string) => ({_type: 'reference', _ref})
  const page = {
    _type: 'page',
    title: 'Příliš žluťoučký kůň 🐎 \u2028 "\\',
    photo: {
      _type: 'image',
      asset: asset(image._id),
      hotspot: {_type: 'sanity.imageHotspot', x: 0.1, y: 0.2, height: 0.3, width: 0.4},
      alt: 'Alt',
    },
    gallery: [{_key: 'a', _type: 'image', asset: asset(logo._id), caption: 'c'}],
    statutes: {_type: 'file', asset: asset(file._id)},
    empty: {list: [], object: {}, nothing: null, no: false, zero: 0, text: ''},
    body: [
      {_key: 'b', _type: 'block', children: [{_key: 's', _type: 'span', text: 'x', marks: []}], markDefs: []},
    ],
  }
  await client
    .transaction()
    .create({_id: 'z-first', ...page, next: {_type: 'reference', _ref: 'a-last'}})
    .create({_id: 'a-last', _type: 'page', next: {_type: 'reference', _ref: 'z-first'}})
    .create({
      _id: 'drafts.a-last',
      _type: 'page',
      to: [{_key: 'r', _type: 'reference', _ref: 'gone', _weak: true}],
    })
    .create({_id: 'versions.r1.a-last', _type: 'page'})
    .commit()
  await client.releases.create({releaseId: 'r1', metadata: {title: 'Spring', releaseType: 'asap'}})
  await client
    .patch('z-first')
    .set({title: `${page.title}!`})
    .commit()
}

const exportArchive = async (client: SanityClient, options: object = {}) => {
  const archive = new PassThrough()
  const dataset = String(client.config().dataset)
  const [bytes] = await Promise.all([
    buffer(archive),
    exportDataset({client, dataset, outputPath: archive, ...options} as Parameters<typeof exportDataset>[0]),
  ])
  return bytes
}

/**
 * The files of a tar archive by name, without the top folder, which is named after the time. Enough for these
 * archives.
 */
function filesOf(archive: Buffer): Map<string, Buffer> {
  const tar = gunzipSync(archive)
  const files = new Map<string, Buffer>()
  for (let at = 0; tar[at]; ) {
    const text = (from: number, length: number) =>
      tar
        .subarray(at + from, at + from + length)
        .toString()
        .replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12), 8)
    const name = [text(345, 155), text(0, 100)]
      .filter(Boolean)
      .join('/')
      .replace(/^[^/]+\//, '')
    if (text(156, 1) === '0') files.set(name, tar.subarray(at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}

/** Drops attributes of the write: an import writes new ones, at Sanity too. */
const withoutWrites = (_key: string, value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const {_rev, _updatedAt, ...rest} = value as Record<string, unknown>
  return rest
}

const sortedLines = (ndjson: Buffer | undefined) =>
  String(ndjson)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line), withoutWrites))
    .sort()
    .join('\n')

/** Drops `_createdAt` of an asset, the time of its upload: an import sets a new one. */
const sortedAssets = (json: Buffer | undefined) =>
  Object.entries(JSON.parse(String(json)) as Record<string, Record<string, unknown>>)
    .map(([id, {_createdAt, ...rest}]) => [id, rest] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([id, asset]) =>
        `${id} ${JSON.stringify(Object.fromEntries(Object.entries(asset).sort()), withoutWrites)}`,
    )
    .join('\n')

let source: SanityClient
let copy: SanityClient
beforeAll(async () => {
  for (const dataset of ['source', 'copy']) await lake.client.datasets.create(dataset)
  source = clientFor(lake.url, {token, perspective: 'raw', dataset: 'source'})
  copy = clientFor(lake.url, {token, perspective: 'raw', dataset: 'copy'})
  await createContent(source)
})

describe('a dataset', () => {
  it('is the same after @sanity/export and @sanity/import, with its assets', async () => {
    const before = await exportArchive(source)
    const {numDocs, warnings} = await sanityImport(new PassThrough().end(before), {
      client: copy,
      operation: 'create',
      onProgress: () => undefined,
    } as Parameters<typeof sanityImport>[1])
    expect([numDocs, warnings]).toEqual([5, []])
    const [left, right] = [filesOf(before), filesOf(await exportArchive(copy))]
    expect([...right.keys()].sort()).toEqual([...left.keys()].sort())
    expect(left.size).toBe(6)
    expect(sortedLines(right.get('data.ndjson'))).toBe(sortedLines(left.get('data.ndjson')))
    expect(sortedAssets(right.get('assets.json'))).toBe(sortedAssets(left.get('assets.json')))
    for (const [name, bytes] of left)
      if (/^(images|files)\//.test(name)) expect([name, right.get(name)?.equals(bytes)]).toEqual([name, true])
  })

  it('is exported by cursor, and filtered by type', async () => {
    const linesWith = async (options: object) =>
      sortedLines(filesOf(await exportArchive(source, options)).get('data.ndjson'))
    expect(await linesWith({mode: 'cursor'})).toBe(await linesWith({}))
    const files = filesOf(await exportArchive(source, {types: ['sanity.fileAsset'], raw: true}))
    expect(sortedLines(files.get('data.ndjson')).split('\n')).toHaveLength(2)
  })
})

describe('an export', () => {
  const lines = async (search = '', authorization = `Bearer ${token}`) => {
    const headers = authorization ? {authorization} : undefined
    const text = await (await lake.request(`/v1/data/export/source${search}`, {headers})).text()
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  it('has every document as stored, in order of id', async () => {
    const documents = await source.fetch('*[] | order(_id)')
    expect(await lines()).toEqual(documents)
  })

  it('has only public documents without credentials', async () => {
    const ids = (await lines('', '')).map(({_id}) => _id)
    expect(ids).toContain('a-last')
    expect(ids.filter((id) => id.includes('.'))).toEqual([])
  })

  it('shows one state, however slowly it is read; pages by cursor cover all documents', async () => {
    await lake.client.datasets.create('large')
    const large = clientFor(lake.url, {token, perspective: 'raw', dataset: 'large'})
    const documents = Array.from({length: 2500}, (_, index) => ({
      create: {_id: `d${String(index).padStart(4, '0')}`, _type: 'page', text: 'x'.repeat(500)},
    }))
    await large.mutate(documents)
    const headers = {authorization: `Bearer ${token}`}
    const slow = await lake.request('/v1/data/export/large', {headers})
    await large.patch('d2499').set({text: 'changed'}).commit()
    const all = (await slow.text()).trimEnd().split('\n')
    expect([all.length, JSON.parse(all.at(-1) ?? '').text]).toEqual([2500, 'x'.repeat(500)])
    let cursor: string | undefined = ''
    const seen: string[] = []
    while (cursor !== undefined) {
      const page = await (await lake.request(`/v1/data/export/large?nextCursor=${cursor}`, {headers})).text()
      const parsed = page
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      cursor = parsed.at(-1)?.nextCursor
      seen.push(...parsed.flatMap(({_id}) => _id ?? []))
    }
    expect([seen.length, new Set(seen).size]).toEqual([2500, 2500])
  })

  it('that is aborted frees its slot', async () => {
    const headers = {authorization: `Bearer ${token}`}
    for (let round = 0; round < 8; round += 1) {
      const abort = new AbortController()
      const response = await lake.request('/v1/data/export/large', {headers, signal: abort.signal})
      abort.abort()
      await response.text().catch(() => undefined)
    }
    await expect.poll(async () => (await lake.request('/v1/data/export/large', {headers})).status).toBe(200)
  })
})
