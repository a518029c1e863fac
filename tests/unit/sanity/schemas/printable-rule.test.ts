import {describe, expect, test} from 'vitest'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'
import {type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf} from './validate.ts'

const seeded = (id: string) => {
  const document = seed.find(({_id}) => _id === id)
  if (!document) throw new Error(`${id} is not in the seed`)
  return structuredClone(document)
}

const invisible = (problems: string[]) => problems.filter((problem) => /U\+/.test(problem))

describe('an unprintable character', () => {
  test.each([
    'network-consortium',
    'membership-simi-consortium',
    'organization-simi',
    'person-magda-faltova',
  ])('is an error in every text of %s', async (id) => {
    const paths: string[] = []
    const addUnprintable = (value: unknown, path: string[]): unknown => {
      if (typeof value === 'string') {
        paths.push(path.join('.'))
        return `${value}\u000B`
      }
      if (Array.isArray(value)) {
        return value.map((item, index) => addUnprintable(item, [...path, String(item?._key ?? index)]))
      }
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value).map(([key, inner]) =>
        key.startsWith('_') ? [key, inner] : [key, addUnprintable(inner, [...path, key])],
      )
      return Object.fromEntries(entries)
    }
    const problems = await problemsOf(addUnprintable(seeded(id), []) as SeedDocument)
    const found = invisible(problems).map((problem) => problem.replace(/^error (.*?): .*/, '$1'))
    expect(found.toSorted()).toEqual(paths.toSorted())
  })

  test('is reported with the word before it', async () => {
    const network = {...seeded('network-consortium'), summary: {cs: 'První řádek\u000Bdruhý řádek'}}
    const [problem = '', ...more] = invisible(await problemsOf(network))
    expect(more).toEqual([])
    expect(problem).toContain('error summary.cs: ')
    expect(problem).toMatch(/řádek.*U\+000B/)
  })

  test('is in no document of the seed', async () => {
    for (const document of seed) expect(invisible(await problemsOf(document))).toEqual([])
  })

  test('is checked in documents of every type', () => {
    const documents = schemaTypes.filter(({type}) => type === 'document')
    expect(documents.length).toBeGreaterThan(4)
    for (const type of documents) expect(type, type.name).toHaveProperty('validation')
  })
})
