import {describe, expect, test} from 'vitest'
import {problemsOf, schema} from '../schemas/validate.ts'
import {seed, walk} from './seed.ts'

describe('the schema', () => {
  test('knows no field but its own', async () => {
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
  test.each(seed.map((document) => [document._id, document] as const))(
    '%s fits the schema',
    async (_, document) => {
      const problems = await problemsOf(document, seed, 'cli')
      // A count whose source gives no date is what the warning is for: an editor should look for one.
      const expected = /^warning counts\.[\w-]+\.asOf: Bez data/
      expect(problems.filter((problem) => !expected.test(problem))).toEqual([])
    },
  )

  test('has an id of its own without dots, so that visitors may read it', () => {
    const ids = seed.map(({_id}) => _id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([])
  })

  test('refers only to documents that are there', () => {
    const ids = new Set(seed.map(({_id}) => _id))
    const missing: unknown[] = []
    walk(seed, ({_ref}) => {
      if (_ref !== undefined && !ids.has(String(_ref))) missing.push(_ref)
    })
    expect(missing).toEqual([])
  })

  test('has a key of its own on each object in a list', () => {
    const wrong: unknown[] = []
    for (const document of seed) {
      walk(document, (object, siblings) => {
        const same = siblings.filter((other) => (other as {_key?: string})._key === object._key)
        if (siblings.length > 0 && (!object._key || same.length > 1)) wrong.push([document._id, object._key])
      })
    }
    expect(wrong).toEqual([])
  })

  test('is cited if it is a source', () => {
    const cited = new Set<unknown>()
    walk(seed, ({_ref}) => cited.add(_ref))
    expect(seed.filter(({_type, _id}) => _type === 'source' && !cited.has(_id))).toEqual([])
  })
})
