import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

/** Only `Date` is replaced: the machine's clock is set by hand, and the lake goes on running. */
beforeEach(() => void vi.useFakeTimers({toFake: ['Date']}))
afterEach(() => void vi.useRealTimers())

const setClock = (time: string) => vi.setSystemTime(new Date(`2026-05-01T${time}:00.000Z`))

const at = async (id: string, search = '') => {
  const url = `/data/history/production/documents/${id}${search}`
  return (await lake.client.request<{documents: {n: number}[]}>({url})).documents[0]?.n
}

it('the times of a document never run backwards when the clock steps back', async () => {
  setClock('12:00')
  const created = await lake.client.create({_id: 'doc', _type: 'page', n: 1})
  setClock('10:00')
  const patched = await lake.client.patch('doc').set({n: 2}).commit()
  const replaced = await lake.client.createOrReplace({_id: 'doc', _type: 'page', n: 3})
  for (const {_createdAt, _updatedAt} of [created, patched, replaced])
    expect([_createdAt, _updatedAt]).toEqual([created._createdAt, created._updatedAt])
  setClock('13:00')
  expect(await lake.client.patch('doc').set({n: 4}).commit()).toMatchObject({
    _createdAt: created._createdAt,
    _updatedAt: '2026-05-01T13:00:00.000Z',
  })
})

it('a document that is imported with a later time of creation is not updated before it', async () => {
  setClock('10:00')
  const _createdAt = '2026-05-01T14:00:00Z'
  const created = await lake.client.create({_id: 'later', _type: 'page', _createdAt} as {_type: string})
  expect(created).toMatchObject({_createdAt, _updatedAt: _createdAt})
  expect(await lake.client.patch('later').set({n: 1}).commit()).toMatchObject({_updatedAt: _createdAt})
})

it('history follows the order of the transactions, also when the clock stepped back', async () => {
  setClock('08:00')
  await lake.client.create({_id: 'past', _type: 'page', n: 1})
  setClock('12:00')
  await lake.client.patch('past').set({n: 2}).commit()
  setClock('09:00')
  const {_rev} = await lake.client.patch('past').set({n: 3}).commit()

  // Now, by the clock, is before the second transaction.
  expect(await at('past')).toBe(3)
  expect(await at('past', '?time=2026-05-01T12:30:00Z')).toBe(3)
  expect(await at('past', '?time=2026-05-01T08:30:00Z')).toBe(1)
  expect(await at('past', `?revision=${_rev}`)).toBe(3)
  const lines = await lake.client.request<string>({url: '/data/history/production/transactions/past'})
  const times = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).timestamp.slice(11, 16))
  expect(times).toEqual(['08:00', '12:00', '09:00'])
})
