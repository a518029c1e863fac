import {setTimeout as wait} from 'node:timers/promises'
import {type LakeProcess, startProcess} from './lake-process.ts'

const measurements = [
  ['first', 'import of all, first start (ms)', ''],
  ['start', 'start until ready (ms)', '≤ 1000'],
  ['startToAnswer', 'start until the first answer (ms)', ''],
  ['bySlug', 'query by slug, two dereferences (ms)', '≤ 5'],
  ['bySlugAfterWrite', 'the same, right after a write (ms)', ''],
  ['bySlugDrafts', 'the same, perspective drafts (ms)', ''],
  ['referring', 'who refers to this, references() (ms)', ''],
  ['list', 'list of 100, projection and order (ms)', '≤ 25'],
  ['single', 'durable single mutation (ms)', '≤ 5'],
  ['thousand', '1,000 mutations in one transaction (ms)', '≤ 500'],
  ['event', 'request to event at a listener (ms)', '≤ 20'],
  ['idleCpu', '100 idle listeners, processor (%)', '≤ 1'],
  ['memory', 'resident memory after all this (MB)', '≤ 300'],
  ['peakMemory', 'most resident memory (MB)', ''],
] as const

export type Figures = Record<(typeof measurements)[number][0], number>

export const rows = measurements.map(([key, name, target]) => ({key, name, target}))

const bySlug = `*[_type == "article" && slug.current == $slug][0]{
  ..., author->{name, bio, category->{title}}, "categories": categories[]->{_id, title}}`

const list = `*[_type == "article"] | order(publishedAt desc)[0...100]{_id, title, "slug": slug.current, publishedAt}`

const round = (figure: number) => Math.round(figure * 100) / 100

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const medianOf = (times: number[]) =>
  round(times.sort((left, right) => left - right)[times.length >> 1] ?? NaN)

/** Median of `times` runs in ms, after a few that warm up. */
async function median(times: number, work: (run: number) => Promise<unknown>): Promise<number> {
  for (let run = 0; run < Math.min(10, times); run += 1) await work(run)
  const taken: number[] = []
  for (let run = 0; run < times; run += 1) taken.push(await timed(() => work(run)))
  return medianOf(taken)
}

/** A lake that is still reading 100,000 documents may say that it is busy. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('503')) throw error
      await wait(50)
    }
  }
}

/** @param folder of the documents. Two starts: one that imports them, one that finds them. */
export async function measure(dir: string, {folder}: {folder: string}, size: number): Promise<Figures> {
  const slugs = Math.max(1, Math.floor(size * 0.8))
  const slug = (run: number) => ({slug: `article-${(run * 31) % slugs}`})

  const first = await timed(async () => (await startProcess(dir, folder)).stop())
  const started = performance.now()
  const lake = await startProcess(dir, folder)
  const start = performance.now() - started
  const answer = await persistently(() => lake.query(bySlug, slug(1)))
  const startToAnswer = performance.now() - started
  if (!answer) throw new Error('The benchmark finds none of its documents')

  try {
    const query = (text: string, perspective?: string) => (run: number) =>
      lake.query(text, slug(run), perspective)
    const queries = {
      bySlug: await median(200, query(bySlug)),
      bySlugDrafts: await median(100, query(bySlug, 'drafts')),
      referring: await median(100, (run) =>
        lake.query('*[references($id)]._id', {id: `author-${run % Math.max(1, Math.floor(size / 8))}`}),
      ),
      list: await median(50, query(list)),
    }
    const change = (run: number) => lake.mutate([{patch: {id: 'article-0', set: {run}}}])
    const taken: number[] = []
    for (let run = 0; run < 50; run += 1) {
      await change(run)
      taken.push(await timed(() => lake.query(bySlug, slug(run))))
    }
    return {
      first: Math.round(first),
      start: Math.round(start),
      startToAnswer: Math.round(startToAnswer),
      ...queries,
      bySlugAfterWrite: medianOf(taken),
      single: await median(100, change),
      thousand: await median(5, (run) =>
        lake.mutate(
          Array.from({length: 1000}, (_, n) => ({
            createOrReplace: {
              _id: `made-${run}-${n}`,
              _type: 'made',
              title: `${run} ${n}`,
              ref: {_ref: 'article-0'},
            },
          })),
        ),
      ),
      event: await eventTime(lake),
      idleCpu: await idleCpu(lake),
      memory: Math.round(lake.memory().now),
      peakMemory: Math.round(lake.memory().peak),
    }
  } finally {
    await lake.stop()
  }
}

/** From sending the mutation to having its event: longer than from commit to event, which can't be seen from here. */
async function eventTime(lake: LakeProcess): Promise<number> {
  let heard: () => void = () => undefined
  const stop = await lake.listen('*[_type == "article"]', (text) => {
    if (text.includes('event: mutation')) heard()
  })
  const time = await median(50, (run) => {
    const event = new Promise<void>((resolve) => {
      heard = resolve
    })
    return Promise.all([event, lake.mutate([{patch: {id: 'article-0', set: {heard: run}}}])])
  })
  stop()
  return time
}

/** Percent of one processor, over ten seconds in which nothing happens. */
async function idleCpu(lake: LakeProcess): Promise<number> {
  const stops = []
  for (let open = 0; open < 100; open += 1)
    stops.push(await lake.listen(`*[_type == "article" && n == ${open}]`, () => undefined))
  // What was done before leaves garbage, which V8 collects for some fifteen seconds.
  await wait(20_000)
  const before = lake.cpu()
  await wait(10_000)
  const used = lake.cpu() - before
  for (const stop of stops) stop()
  return round((used / 10_000) * 100)
}
