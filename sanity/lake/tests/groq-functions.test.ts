import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

beforeAll(async () => {
  const documents = Array.from({length: 40}, (_, n) => ({
    _id: `d${n}`,
    _type: 'note',
    n,
    next: `d${(n + 1) % 40}`,
  }))
  await lake.client.mutate(documents.map((document) => ({create: document})))
})

const query = (groq: string) => lake.client.fetch(groq)

describe('GROQ where groq-js differs from Sanity', () => {
  it('diff:: functions work in queries, over documents and inside a list', async () => {
    expect(await query('diff::changedAny({"a": 1}, {"a": 2}, a)')).toBe(true)
    expect(await query('diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 2}, a)')).toBe(false)
    expect(await query('count(*[diff::changedAny(@, {"n": 3}, n)])')).toBe(39)
    expect(await query('*[_id == "d1"]{"x": diff::changedAny(@, {"n": 1}, n), n}')).toEqual([
      {x: false, n: 1},
    ])
  })

  it('array::unique() keeps one null, in its place', async () => {
    expect(await query('array::unique([2, null, 2, null, "a", {"o": 1}])')).toEqual([2, null, 'a', {o: 1}])
    expect(await query('array::unique(*[].missing)')).toEqual([null])
    expect(await query('array::unique(1)')).toBe(null)
  })

  it('a path can be compared with a pattern', async () => {
    expect(await query('path("a.b") in path("a.*")')).toBe(true)
    expect(await query('path("b.a.b") in path("a.*")')).toBe(false)
    expect(await query('count(*[path(_id) in path("*")])')).toBe(40)
  })

  it('seven subqueries inside each other are answered within the time limit', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? '*[n < 5]._id' : `*[_id in ${nested(depth - 1)}].next`
    expect(await query(`count(*[_id in ${nested(7)}])`)).toBe(5)
  })

  it('a subquery that uses the document around it is evaluated for each', async () => {
    expect(await query('*[n < 3 && _id in *[next == ^.next]._id]._id')).toEqual(['d0', 'd1', 'd2'])
    expect(await query('*[n < 3]{"has": "d1" in *[_id == ^.next]._id}.has')).toEqual([true, false, false])
    expect(await query('*[n < 3 && n in *[references(^._id)].n]')).toEqual([])
  })

  it('score() after a projection is refused, as at Sanity', async () => {
    await expect(query('*{n} | score(n == 1)')).rejects.toMatchObject({statusCode: 400})
    expect((await query('*[n < 2] | score(n == 1){n}'))[0]).toEqual({n: 1})
  })

  it('a function that the lake lacks gets 501 with its name', async () => {
    for (const [groq, name] of [
      ['geo::distance(geo::latLng(1, 2), geo::latLng(1, 3))', 'geo::'],
      ['documents::get("x")', 'documents::get()'],
      ['user::attributes()', 'user::attributes()'],
    ] as const)
      await expect(query(groq)).rejects.toMatchObject({
        statusCode: 501,
        message: expect.stringContaining(name),
      })
  })
})
