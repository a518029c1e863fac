import {describe, expect, it} from 'vitest'
import {openHistory} from '../src/store/history.ts'
import {Replay} from '../src/store/replay.ts'
import {openStore} from '../src/store/store.ts'
import {Writer} from '../src/write/writer.ts'
import {lakeForTests, temporaryFolder, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const authorized = {authorization: `Bearer ${token}`}
const tenKilobytes = 'word '.repeat(2000)

/** Creates a document and edits it `edits` times. @returns the transaction that created it. */
async function editRepeatedly(id: string, edits: number): Promise<string> {
  const {_rev} = await lake.client.createOrReplace({_id: id, _type: 'long', text: tenKilobytes})
  for (let edit = 0; edit < edits; edit += 1) await lake.client.patch(id).set({edit}).commit()
  return _rev
}

type Block = {name: string; id: string | undefined}

/** Resumes after an event and reads until `isComplete` returns true. */
async function resume(
  lastEventId: string,
  isComplete: (blocks: Block[]) => boolean,
  query = '*[_type == "long"]',
  onOpen = () => undefined as unknown,
): Promise<Block[]> {
  const search = new URLSearchParams({query, enableResume: 'true', includeAllVersions: 'true'})
  const abort = new AbortController()
  const response = await lake.request(`/v2026-01-01/data/listen/production?${search}`, {
    headers: {...authorized, 'last-event-id': lastEventId},
    signal: abort.signal,
  })
  onOpen()
  const decoder = new TextDecoder()
  const blocks: Block[] = []
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, {stream: true})
    const complete = text.split('\n\n')
    text = complete.pop() ?? ''
    for (const block of complete) {
      const name = /^event: (.*)$/m.exec(block)?.[1]
      // Comments keep the connection open.
      if (name) blocks.push({name, id: /^id: (.*)$/m.exec(block)?.[1]})
    }
    if (isComplete(blocks)) break
  }
  abort.abort()
  return blocks
}

const hasGreeting = (blocks: Block[]) => blocks.length > 0
const resumeGreeting = async (lastEventId: string, query?: string) =>
  (await resume(lastEventId, hasGreeting, query))[0]?.name

/** Counts the steps to replay `edits` edits of three documents in turn. */
async function replayStepsFor(edits: number) {
  const store = openStore(temporaryFolder())
  store.addDataset('production')
  const writer = new Writer(store)
  const fail = () => new Error('never')
  const write = (n: number) =>
    writer.write({dataset: 'production', author: 'me', fail}, (transaction) =>
      transaction.put({_id: `d${n % 3}`, _type: 'page', n}, 'createOrReplace', fail),
    )
  const first = edits
  for (let n = 0; n < first + edits; n += 1) await write(n)
  let steps = 0
  const replay = new Replay(openHistory(store), async () => {
    steps += 1
  })
  const replayed: unknown[] = []
  for (let seq = first + 1; seq <= first + edits; seq += 1) {
    const [change] = (await replay.commit(seq))?.changes ?? []
    replayed.push([change?.before?.n, change?.after?.n])
  }
  store.close()
  return {steps, replayed}
}

describe('replaying the log', () => {
  it('costs two steps per effect, and returns every document before and after', async () => {
    const few = await replayStepsFor(50)
    const many = await replayStepsFor(200)
    expect(few.steps).toBeLessThanOrEqual(2 * 50 + 10)
    expect(many.steps).toBeLessThanOrEqual(2 * 200 + 10)
    expect(many.replayed).toEqual(Array.from({length: 200}, (_, n) => [200 + n - 3, 200 + n]))
  })
})

describe('listeners that resume', () => {
  it('do not block other requests, however many there are', async () => {
    const first = await editRepeatedly('busy', 300)
    let open = 0
    const hasGreeting = new Set<number>()
    const resumed = Array.from({length: 10}, (_, number) => {
      const isComplete = (blocks: Block[]) => {
        if (blocks.length > 0) hasGreeting.add(number)
        return blocks.length > 300
      }
      return resume(`${first}#busy`, isComplete, '*[_type == "long"]', () => (open += 1))
    })
    await expect.poll(() => open).toBe(10)
    await (await lake.request('/v1/ping')).text()
    expect(hasGreeting.size, 'listeners that had resumed when the other request was answered').toBeLessThan(
      10,
    )
    for (const blocks of await Promise.all(resumed)) {
      expect(blocks[0]?.name).toBe('welcomeback')
      expect(new Set(blocks.map(({id}) => id)).size).toBe(301)
    }
  })

  it('miss no event and get none twice during writes', async () => {
    const first = await editRepeatedly('racing', 100)
    const revisions: string[] = []
    const writing = (async () => {
      for (let edit = 0; edit < 100; edit += 1)
        revisions.push((await lake.client.patch('racing').set({more: edit}).commit())._rev)
    })()
    const blocks = await resume(`${first}#racing`, (blocks) => blocks.length > 200)
    await writing
    const eventIds = blocks.slice(1).map(({id}) => id)
    expect([eventIds.length, new Set(eventIds).size]).toEqual([200, 200])
    expect(eventIds.slice(100)).toEqual(revisions.map((revision) => `${revision}#racing`))
  })

  it('are reset when they missed too many transactions, changes or bytes', async () => {
    const createAnchor = async (id: string) =>
      `${(await lake.client.create({_id: id, _type: 'long'}))._rev}#${id}`
    const heavy = await createAnchor('anchor-1')
    for (const text of ['x'.repeat(3_000_000), 'light'])
      await lake.client.createOrReplace({_id: 'heavy', _type: 'heavy', text})
    expect(await resumeGreeting(heavy)).toBe('reset')

    const many = await createAnchor('anchor-2')
    const transaction = lake.client.transaction()
    for (let n = 0; n < 2001; n += 1) transaction.create({_id: `many-${n}`, _type: 'other'})
    await transaction.commit()
    expect(await resumeGreeting(many)).toBe('reset')

    const long = await createAnchor('anchor-3')
    await editRepeatedly('often', 500)
    expect(await resumeGreeting(long)).toBe('reset')
    expect(await resumeGreeting(`${await editRepeatedly('rarely', 3)}#rarely`)).toBe('welcomeback')
  })

  it('are reset when a document was purged, since the log no longer has its deletion', async () => {
    const {_rev} = await lake.client.create({_id: 'anchor-4', _type: 'long'})
    await lake.client.create({_id: 'purged', _type: 'long'})
    await lake.client.patch('purged').set({a: 1}).commit()
    const purge = {publishedId: 'purged', includeDrafts: [], purge: true}
    await lake.client.action({actionType: 'sanity.action.document.delete', ...purge})
    await expect.poll(() => resumeGreeting(`${_rev}#anchor-4`)).toBe('reset')
  })

  it('get an error when their filter can’t be evaluated, and are reset when it takes too long', async () => {
    const first = await editRepeatedly('filtered', 3)
    expect(await resumeGreeting(`${first}#filtered`, '*[diff::changedAny(@, {}, a)]')).toBe('channelError')
    const list = `[${Array.from({length: 60}, (_, index) => index)}]`
    const slow = `*[count(${list}[count(${list}[count(${list}[count(${list}) > 1]) > 1]) > 1]) > 1]`
    expect(await resumeGreeting(`${first}#filtered`, slow)).toBe('reset')
  })
})
