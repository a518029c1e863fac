import {once} from 'node:events'
import {createWriteStream, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Json} from '../src/document.ts'

const words =
  'rada praha služba člen partner community rights support language office project report přehled sídlo'.split(
    ' ',
  )

const text = (seed: number, length: number) =>
  Array.from({length}, (_, index) => words[(seed * 7 + index * 13 + (seed >> 3)) % words.length]).join(' ')

const paragraph = (seed: number) => ({
  _type: 'block',
  _key: `b${seed}`,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `s${seed}`, marks: [], text: text(seed, 40)}],
})

const reference = (id: string, key?: string) => ({_type: 'reference', _ref: id, ...(key ? {_key: key} : {})})

/**
 * Realistic documents: eight in ten are articles of about 2 kB in two languages with portable text. Each has
 * an author and two categories, which are the rest. One article in twenty has a draft.
 */
function* documents(count: number): Generator<Json> {
  const categories = Math.max(1, Math.floor(count / 50))
  const authors = Math.max(1, Math.floor(count / 8))
  for (let n = 0; n < categories; n += 1)
    yield {_id: `category-${n}`, _type: 'category', title: {cs: text(n, 2), en: text(n + 1, 2)}}
  for (let n = 0; n < authors; n += 1)
    yield {
      _id: `author-${n}`,
      _type: 'author',
      name: text(n, 2),
      bio: text(n, 30),
      category: reference(`category-${n % categories}`),
    }
  for (let n = 0, written = categories + authors; written < count; n += 1) {
    const article = {
      _id: `article-${n}`,
      _type: 'article',
      title: {cs: text(n, 5), en: text(n + 1, 5)},
      slug: {_type: 'slug', current: `article-${n}`},
      publishedAt: new Date(Date.UTC(2026, 0, 1) - ((n * 7919) % 100_000) * 3_600_000).toISOString(),
      author: reference(`author-${n % authors}`),
      categories: [
        reference(`category-${n % categories}`, 'c1'),
        reference(`category-${(n * 3) % categories}`, 'c2'),
      ],
      tags: [words[n % words.length], words[(n * 5) % words.length]],
      body: {cs: [paragraph(n), paragraph(n + 1)], en: [paragraph(n + 2)]},
    }
    yield article
    written += 1
    if (n % 20 === 0 && written < count) {
      yield {...article, _id: `drafts.article-${n}`}
      written += 1
    }
  }
}

/** @returns the folder for LAKE_SEED, and the bytes written. */
export async function writeDocuments(dir: string, count: number): Promise<{folder: string; bytes: number}> {
  const folder = join(dir, 'seed')
  mkdirSync(folder, {recursive: true})
  const file = createWriteStream(join(folder, 'documents.ndjson'))
  for (const document of documents(count)) {
    if (!file.write(`${JSON.stringify(document)}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return {folder, bytes: file.bytesWritten}
}
