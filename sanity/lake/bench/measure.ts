import {setTimeout as wait} from 'node:timers/promises'
import {type LakeProcess, startProcess} from './lake-process.ts'

const measurements = [
  ['first', 'import of all, first start (ms)', ''],
  ['start', 'start until ready (ms)', '≤ 1000'],
  ['startToAnswer', 'start until the first answer (ms)', ''],
  ['bySlug', 'query by slug, two dereferences (ms)', '≤ 5'],
  ['bySlugAfterWrite', 'the same, right after a write (ms)', ''],
  ['bySlugDrafts', 'the same, perspective drafts (ms)', ''],
  ['referring', 'referring documents, references() (ms)', ''],
  ['list', 'list of 100, projection and order (ms)', '≤ 25'],
  ['single', 'durable single mutation (ms)', '≤ 5'],
  ['thousand', '1,000 mutations in one transaction (ms)', '≤ 500'],
  ['event', 'request to event at a listener (ms)', '≤ 20'],
  ['idleCpu', '100 idle listeners, processor (%)', '≤ 1'],
  ['memory', 'resident memory at the end (MB)', '≤ 300'],
  ['peakMemory', 'peak resident memory (MB)', ''],
] as const

export type Figures = Record<(typeof measurements)[number][0], number>

export const rows = measurements.map(([key, name, target]) => ({key, name, target}))

const bySlug = `*[_type == "article" && slug.current == $slug][0]{
  ..., author->{name, bio, category->{title}}, "categories": categories[]->{_id, title}}`

const list = `*[_type == "article"] | order(publishedAt desc)[0...100]{_id, title, "slug": slug.current, publishedAt}`

const round = (figure: number) => Math.round(figure * 100) / 100

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const medianOf = (times: number[]) =>
  round(times.sort((left, right) => left - right)[times.length >> 1] ?? NaN)

/** Median of `times` runs in ms, after a few warm-up runs. */
async function median(times: number, work: (run: number) => Promise<unknown>): Promise<number> {
  for (let run = 0; run < Math.min(10, times); run += 1) await work(run)
  const durations: number[] = []
  for (let run = 0; run < times; run += 1) durations.push(await timeOf(() => work(run)))
  return medianOf(durations)
}

/** A lake that is still loading 100,000 documents may answer 503. */
async function retryWhileBusy<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('503')) throw error
      await wait(50)
    }
  }
}

/**
 * Starts the lake twice: the first start imports the documents, the second finds them. @param folder of the
 * documents.
 */
export async function measure(dir: string, {folder}: {folder: string}, size: number): Promise<Figures> {
  const slugs = Math.max(1, Math.floor(size * 0.8))
  const slug = (run: number) => ({slug: `article-${(run * 31) % slugs}`})

  const first = await timeOf(async () => (await startProcess(dir, folder)).stop())
  const started = performance.now()
  const lake = await startProcess(dir, folder)
  const start = performance.now() - started
  const answer = await retryWhileBusy(() => lake.query(bySlug, slug(1)))
  const startToAnswer = performance.now() - started
  if (!answer) throw new Error('The query returned no document')

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
    const times: number[] = []
    for (let run = 0; run < 50; run += 1) {
      await change(run)
      times.push(await timeOf(() => lake.query(bySlug, slug(run))))
    }
    return {
      first: Math.round(first),
      start: Math.round(start),
      startToAnswer: Math.round(startToAnswer),
      ...queries,
      bySlugAfterWrite: medianOf(times),
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

/**
 * From sending the mutation to receiving its event. This is longer than from commit to event, which can't be
 * measured from outside.
 */
async function eventTime(lake: LakeProcess): Promise<number> {
  let onEvent: () => void = () => undefined
  const stop = await lake.listen('*[_type == "article"]', (text) => {
    if (text.includes('event: mutation')) onEvent()
  })
  const time = await median(50, (run) => {
    const event = new Promise<void>((resolve) => {
      onEvent = resolve
    })
    return Promise.all([event, lake.mutate([{patch: {id: 'article-0', set: {edit: run}}}])])
  })
  stop()
  return time
}

/** Percent of one processor, over ten idle seconds. */
async function idleCpu(lake: LakeProcess): Promise<number> {
  const stopCallbacks = []
  for (let open = 0; open < 100; open += 1)
    stopCallbacks.push(await lake.listen(`*[_type == "article" && n == ${open}]`, () => undefined))
  // V8 collects the garbage of the earlier measurements for some fifteen seconds.
  await wait(20_000)
  const before = lake.cpu()
  await wait(10_000)
  const used = lake.cpu() - before
  for (const stop of stopCallbacks) stop()
  return round((used / 10_000) * 100)
}
