import {describe, expect, test} from 'vitest'
import {missingLanguages, translated} from '#lib/i18n/translation-gaps.ts'

const string = (cs?: string, en?: string) => ({_type: 'localeString', cs, en})

describe('a field in two languages', () => {
  test.each([
    ['nothing', {cs: 'síť', en: 'network'}, []],
    ['English', {cs: 'síť'}, ['en']],
    ['Czech, if all it has is spaces', {cs: '  ', en: 'network'}, ['cs']],
    ['nothing, if it is empty', {}, []],
    ['formatted English', {cs: [{_type: 'block'}], en: []}, ['en']],
    ['an English slug', {cs: {current: 'sit'}, en: {current: ''}}, ['en']],
    ['nothing, if it is no field', null, []],
  ])('lacks %s', (_, field, missing) => {
    expect(missingLanguages(field)).toEqual(missing)
  })
})

describe('a document', () => {
  test('is translated as far as its fields are, in lists too', () => {
    const document = {
      name: string('Síť', 'Network'),
      summary: string('Stručně'),
      note: string(),
      topics: [{text: string('Téma', 'Topic')}, {text: string('Další')}],
    }
    expect(translated(document)).toEqual({cs: 100, en: 50})
  })

  test('is fully translated only when nothing is missing', () => {
    const almost = Array.from({length: 300}, () => string('a', 'b'))
    expect(translated([...almost, string('a')]).en).toBe(99)
    expect(translated({})).toEqual({cs: 100, en: 100})
  })
})
