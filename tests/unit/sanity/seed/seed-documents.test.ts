import {describe, expect, test} from 'vitest'
import {problemsOf, schema} from '../schemas/validate.ts'
import {seed, walk} from './seed.ts'

describe('the schema', () => {
  test('rejects unknown fields', async () => {
    const [first] = seed
    expect(first && (await problemsOf({...first, colour: 'red'}, seed, 'cli'))).toContainEqual(
      expect.stringContaining("Field 'colour' does not exist"),
    )
  })

  test('compiles without errors and warnings', () => {
    const problems = schema._validation?.flatMap((group) => group.problems) ?? []
    expect(problems).toEqual([])
  })
})

describe('every document of the seed', () => {
  test.each(seed.map((document) => [document._id, document] as const))('%s is valid', async (_, document) => {
    const problems = await problemsOf(document, seed, 'cli')
    // Some sources give no date for a count. The warning asks editors to look for one.
    const expected = /^warning counts\.[\w-]+\.asOf: Bez data web/
    expect(problems.filter((problem) => !expected.test(problem))).toEqual([])
  })

  test('has a unique id without dots, because documents with dots in their ids are private', () => {
    const ids = seed.map(({_id}) => _id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([])
  })

  test('refers only to documents of the seed', () => {
    const ids = new Set(seed.map(({_id}) => _id))
    const missing: unknown[] = []
    walk(seed, ({_ref}) => {
      if (_ref !== undefined && !ids.has(String(_ref))) missing.push(_ref)
    })
    expect(missing).toEqual([])
  })

  test('has a unique key on each object in an array', () => {
    const wrong: unknown[] = []
    for (const document of seed) {
      walk(document, (object, siblings) => {
        const same = siblings.filter((other) => (other as {_key?: string})._key === object._key)
        if (siblings.length > 0 && (!object._key || same.length > 1)) wrong.push([document._id, object._key])
      })
    }
    expect(wrong).toEqual([])
  })

  test('is cited, if it is a source', () => {
    const cited = new Set<unknown>()
    walk(seed, ({_ref}) => cited.add(_ref))
    expect(seed.filter(({_type, _id}) => _type === 'source' && !cited.has(_id))).toEqual([])
  })
})
