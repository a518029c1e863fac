import {describe, expect, test} from 'vitest'
import {completeUrl} from '#sanity/schemas/inputs/typed-address.ts'
import {linkedDocumentOf} from '#sanity/schemas/validation/linked-message.ts'
import {type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf} from './validate.ts'

const find = (id: string) => seed.find(({_id}) => _id === id) as SeedDocument
const errorsOf = async (document: SeedDocument) =>
  (await problemsOf(document)).filter((problem) => problem.startsWith('error'))

describe('a count', () => {
  const withCount = (count: object) =>
    errorsOf({
      ...find('network-picum'),
      counts: [{_key: 'a', _type: 'countObservation', ...count}],
    } as SeedDocument)

  test('that is empty gives one message, which says what to do', async () => {
    expect(await withCount({qualifier: 'exact'})).toEqual([
      expect.stringMatching(/^error counts\.a\.value: Prázdný údaj: .*odeberte/),
    ])
  })

  test('that is filled in partly gives one message for each field', async () => {
    expect(await withCount({qualifier: 'exact', value: 18})).toEqual([
      expect.stringMatching(/^error counts\.a\.unit/),
      expect.stringMatching(/^error counts\.a\.source/),
    ])
  })

  test.each([1.5, -1])('may not be %d', async (value) => {
    expect(await withCount({qualifier: 'exact', value})).toContainEqual(expect.stringMatching(/celé číslo/))
  })
})

test('spaces are no name', async () => {
  expect(await errorsOf({...find('person-magda-faltova'), name: '   '} as SeedDocument)).toEqual([
    expect.stringMatching(/^error name: .*mezery/),
  ])
  const name = {_type: 'localeString', cs: ' ', en: '\u00a0'}
  expect(await errorsOf({...find('organization-simi'), name} as SeedDocument)).toEqual([
    expect.stringMatching(/^error name: .*aspoň v jednom jazyce/),
  ])
})

test('the message about a taken address names the network that has it, and links to it', async () => {
  const slug = {_type: 'localeSlug', cs: {_type: 'slug', current: 'konsorcium'}}
  const [problem = ''] = await errorsOf({...find('network-picum'), slug} as SeedDocument)
  expect(problem).toMatch(/„konsorcium“ už má nebo měla síť „Konsorcium/)
  expect(linkedDocumentOf(problem.replace(/^error [\w.]+: /, ''))).toMatchObject({
    id: 'network-consortium',
    type: 'network',
  })
})

test.each([
  ['www.migrace.com', 'https://www.migrace.com'],
  [' migrace.com/cs?a=1 ', 'https://migrace.com/cs?a=1'],
  ['úřad.cz', 'https://úřad.cz'],
  ['https://migrace.com', 'https://migrace.com'],
  ['http://migrace.com', 'http://migrace.com'],
  ['mailto:info@migrace.com', 'mailto:info@migrace.com'],
  ['info@migrace.com', 'info@migrace.com'],
  ['migrace', 'migrace'],
  ['/cs/kontakt', '/cs/kontakt'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('the address "%s" becomes "%s" when the field is left', (typed, completed) => {
  expect(completeUrl(typed)).toBe(completed)
})
