import {describe, expect, it} from 'vitest'
import {openHistory} from '../src/store/history.ts'
import {Replay} from '../src/store/replay.ts'
import {openStore} from '../src/store/store.ts'
import {Writer} from '../src/write/writer.ts'
import {lakeForTests, temporaryFolder, token} from './lake-for-tests.ts'

const lake = lakeForTests()
const member = {authorization: `Bearer ${token}`}
const tenKilobytes = 'word '.repeat(2000)

/** One document, edited so often. @returns the transaction that made it. */
async function edited(id: string, edits: number): Promise<string> {
  const {_rev} = await lake.member.createOrReplace({_id: id, _type: 'long', text: tenKilobytes})
  for (let edit = 0; edit < edits; edit += 1) await lake.member.patch(id).set({edit}).commit()
  return _rev
}

type Block = {name: string; id: string | undefined}

/** Resumes after an event and reads until `enough` has come. */
async function resume(
  lastEventId: string,
  enough: (blocks: Block[]) => boolean,
  query = '*[_type == "long"]',
  onOpen = () => undefined as unknown,
): Promise<Block[]> {
  const search = new URLSearchParams({query, enableResume: 'true', includeAllVersions: 'true'})
  const abort = new AbortController()
  const response = await lake.request(`/v2026-01-01/data/listen/production?${search}`, {
    headers: {...member, 'last-event-id': lastEventId},
    signal: abort.signal,
  })
  onOpen()
  const decoder = new TextDecoder()
  const blocks: Block[] = []
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, {stream: true})
    const whole = text.split('\n\n')
    text = whole.pop() ?? ''
    for (const block of whole) {
      const name = /^event: (.*)$/m.exec(block)?.[1]
      // A comment keeps the connection open meanwhile.
      if (name) blocks.push({name, id: /^id: (.*)$/m.exec(block)?.[1]})
    }
    if (enough(blocks)) break
  }
  abort.abort()
  return blocks
}

const greeted = (blocks: Block[]) => blocks.length > 0
const greetingOf = async (lastEventId: string, query?: string) =>
  (await resume(lastEventId, greeted, query))[0]?.name

/** Steps that it takes to play back that many edits of three documents, taken in turn. */
async function stepsFor(edits: number) {
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
  const told: unknown[] = []
  for (let seq = first + 1; seq <= first + edits; seq += 1) {
    const [change] = (await replay.commit(seq))?.changes ?? []
    told.push([change?.before?.n, change?.after?.n])
  }
  store.close()
  return {steps, told}
}

describe('playing the log back', () => {
  it('costs two steps for each effect, and gives every document before and after', async () => {
    const few = await stepsFor(50)
    const many = await stepsFor(200)
    expect(few.steps).toBeLessThanOrEqual(2 * 50 + 10)
    expect(many.steps).toBeLessThanOrEqual(2 * 200 + 10)
    expect(many.told).toEqual(Array.from({length: 200}, (_, n) => [200 + n - 3, 200 + n]))
  })
})

describe('listeners that resume', () => {
  it('let others be answered in between, however many there are', async () => {
    const first = await edited('busy', 300)
    let open = 0
    const greeted = new Set<number>()
    const resumed = Array.from({length: 10}, (_, number) => {
      const enough = (blocks: Block[]) => {
        if (blocks.length > 0) greeted.add(number)
        return blocks.length > 300
      }
      return resume(`${first}#busy`, enough, '*[_type == "long"]', () => (open += 1))
    })
    await expect.poll(() => open).toBe(10)
    await (await lake.request('/v1/ping')).text()
    expect(greeted.size, 'how many had been played back when another was answered').toBeLessThan(10)
    for (const blocks of await Promise.all(resumed)) {
      expect(blocks[0]?.name).toBe('welcomeback')
      expect(new Set(blocks.map(({id}) => id)).size).toBe(301)
    }
  })

  it('miss nothing and hear nothing twice while others write', async () => {
    const first = await edited('racing', 100)
    const revisions: string[] = []
    const writing = (async () => {
      for (let edit = 0; edit < 100; edit += 1)
        revisions.push((await lake.member.patch('racing').set({more: edit}).commit())._rev)
    })()
    const blocks = await resume(`${first}#racing`, (blocks) => blocks.length > 200)
    await writing
    const heard = blocks.slice(1).map(({id}) => id)
    expect([heard.length, new Set(heard).size]).toEqual([200, 200])
    expect(heard.slice(100)).toEqual(revisions.map((revision) => `${revision}#racing`))
  })

  it('start over when they have missed too much: transactions, changes, or bytes', async () => {
    const anchor = async (id: string) => `${(await lake.member.create({_id: id, _type: 'long'}))._rev}#${id}`
    const heavy = await anchor('anchor-1')
    for (const text of ['x'.repeat(3_000_000), 'light'])
      await lake.member.createOrReplace({_id: 'heavy', _type: 'heavy', text})
    expect(await greetingOf(heavy)).toBe('reset')

    const many = await anchor('anchor-2')
    const transaction = lake.member.transaction()
    for (let n = 0; n < 2001; n += 1) transaction.create({_id: `many-${n}`, _type: 'other'})
    await transaction.commit()
    expect(await greetingOf(many)).toBe('reset')

    const long = await anchor('anchor-3')
    await edited('often', 500)
    expect(await greetingOf(long)).toBe('reset')
    expect(await greetingOf(`${await edited('rarely', 3)}#rarely`)).toBe('welcomeback')
  })

  it('start over when a document was purged, of which the log no longer tells that it went', async () => {
    const {_rev} = await lake.member.create({_id: 'anchor-4', _type: 'long'})
    await lake.member.create({_id: 'purged', _type: 'long'})
    await lake.member.patch('purged').set({a: 1}).commit()
    const purge = {publishedId: 'purged', includeDrafts: [], purge: true}
    await lake.member.action({actionType: 'sanity.action.document.delete', ...purge})
    await expect.poll(() => greetingOf(`${_rev}#anchor-4`)).toBe('reset')
  })

  it('are told when their filter can’t be evaluated, and start over when it takes too long', async () => {
    const first = await edited('filtered', 3)
    expect(await greetingOf(`${first}#filtered`, '*[geo::contains(a, b)]')).toBe('channelError')
    const list = `[${Array.from({length: 60}, (_, index) => index)}]`
    const slow = `*[count(${list}[count(${list}[count(${list}[count(${list}) > 1]) > 1]) > 1]) > 1]`
    expect(await greetingOf(`${first}#filtered`, slow)).toBe('reset')
  })
})
