import {describe, expect, test} from 'vitest'
import {missingLanguages, translated} from '#lib/i18n/translation-gaps.ts'

const string = (cs?: string, en?: string) => ({_type: 'localeString', cs, en})

describe('a localized field', () => {
  test.each([
    ['nothing', {cs: 'síť', en: 'network'}, []],
    ['English', {cs: 'síť'}, ['en']],
    ['Czech, if that has only spaces', {cs: '  ', en: 'network'}, ['cs']],
    ['nothing, if it is empty', {}, []],
    ['English rich text', {cs: [{_type: 'block'}], en: []}, ['en']],
    ['an English slug', {cs: {current: 'sit'}, en: {current: ''}}, ['en']],
    ['nothing, if it is not a field', null, []],
  ])('lacks %s', (_, field, missing) => {
    expect(missingLanguages(field)).toEqual(missing)
  })
})

describe('a document', () => {
  test('counts the translated fields, in lists too', () => {
    const document = {
      name: string('Síť', 'Network'),
      summary: string('Stručně'),
      note: string(),
      topics: [{text: string('Téma', 'Topic')}, {text: string('Další')}],
    }
    expect(translated(document)).toEqual({cs: 100, en: 50})
  })

  test('is 100 % translated only when nothing is missing', () => {
    const almost = Array.from({length: 300}, () => string('a', 'b'))
    expect(translated([...almost, string('a')]).en).toBe(99)
    expect(translated({})).toEqual({cs: 100, en: 100})
  })
})
