import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests({queryTimeoutMs: 700})

beforeAll(async () => {
  const transaction = lake.member.transaction()
  for (let index = 0; index < 200; index += 1) transaction.create({_id: `n${index}`, _type: 'n'})
  await transaction.commit()
})

describe('a mutation that selects by a query', () => {
  it('holds up no other write when its query runs away, and is stopped without writing', async () => {
    const query = '*[count(*[count(*[count(*[_type == "n"]) > 1]) > 1]) > 1]'
    const ends = [lake.member.delete({query}), lake.member.patch({query}).set({a: 1}).commit()]
    let areStopped = false
    const refusals = Promise.all(ends.map((end) => end.catch((error) => error))).finally(() => {
      areStopped = true
    })
    for (let index = 0; index < 5; index += 1)
      await lake.member.createOrReplace({_id: `w${index}`, _type: 'w'})
    expect(areStopped).toBe(false)
    // 503 where no thread came free in time.
    for (const {statusCode} of await refusals) expect([408, 503]).toContain(statusCode)
    expect(await lake.visitor.fetch('count(*[_type == "n" && !defined(a)])')).toBe(200)
  })

  it('loses nothing that others write while its query runs', async () => {
    await lake.member.create({_id: 'sum', _type: 'sum', value: 0})
    const slowQuery = '*[_type == "n" && count(*[_type == "n" && _rev == ^._id]) > 0]'
    const byQuery = () =>
      lake.member
        .transaction([{patch: {query: '*[_type == "sum"]', inc: {value: 1}}}, {delete: {query: slowQuery}}])
        .commit()
    const byId = () => lake.member.patch('sum').inc({value: 1}).commit()
    await Promise.all(Array.from({length: 12}, (_, index) => (index % 2 ? byId() : byQuery())))
    expect(await lake.member.getDocument('sum')).toMatchObject({value: 12})
  })

  it('sees what its own transaction wrote before', async () => {
    await lake.member
      .transaction([
        {create: {_id: 'own', _type: 'own'}},
        {patch: {query: '*[_type == "own"]', set: {seen: true}}},
      ])
      .commit()
    expect(await lake.member.getDocument('own')).toMatchObject({seen: true})
  })
})
