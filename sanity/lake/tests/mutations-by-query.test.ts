import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests({queryTimeoutMs: 700})

beforeAll(async () => {
  const transaction = lake.client.transaction()
  for (let index = 0; index < 200; index += 1) transaction.create({_id: `n${index}`, _type: 'n'})
  await transaction.commit()
})

describe('a mutation that selects by a query', () => {
  it('does not delay other writes when its query is slow, and is stopped without writing', async () => {
    const query = '*[count(*[count(*[count(*[_type == "n"]) > 1]) > 1]) > 1]'
    const mutations = [lake.client.delete({query}), lake.client.patch({query}).set({a: 1}).commit()]
    let haveEnded = false
    const refusals = Promise.all(mutations.map((end) => end.catch((error) => error))).finally(() => {
      haveEnded = true
    })
    for (let index = 0; index < 5; index += 1)
      await lake.client.createOrReplace({_id: `w${index}`, _type: 'w'})
    expect(haveEnded).toBe(false)
    // 503 when no worker was free in time.
    for (const {statusCode} of await refusals) expect([408, 503]).toContain(statusCode)
    expect(await lake.visitor.fetch('count(*[_type == "n" && !defined(a)])')).toBe(200)
  })

  it('loses no write of others while its query runs', async () => {
    await lake.client.create({_id: 'sum', _type: 'sum', value: 0})
    const slowQuery = '*[_type == "n" && count(*[_type == "n" && _rev == ^._id]) > 0]'
    const byQuery = () =>
      lake.client
        .transaction([{patch: {query: '*[_type == "sum"]', inc: {value: 1}}}, {delete: {query: slowQuery}}])
        .commit()
    const byId = () => lake.client.patch('sum').inc({value: 1}).commit()
    await Promise.all(Array.from({length: 12}, (_, index) => (index % 2 ? byId() : byQuery())))
    expect(await lake.client.getDocument('sum')).toMatchObject({value: 12})
  })

  it('sees earlier writes of its own transaction', async () => {
    await lake.client
      .transaction([
        {create: {_id: 'own', _type: 'own'}},
        {patch: {query: '*[_type == "own"]', set: {seen: true}}},
      ])
      .commit()
    expect(await lake.client.getDocument('own')).toMatchObject({seen: true})
  })
})
