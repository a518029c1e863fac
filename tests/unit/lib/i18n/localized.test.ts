import {expect, test} from 'vitest'
import {pickRichText} from '#lib/content/portable-text.ts'
import {pickText, textIn} from '#lib/i18n/localized.ts'

test('text in the page’s language has no lang', () => {
  expect(pickText({cs: 'Síť', en: 'Network'}, 'cs')).toEqual({text: 'Síť'})
})

test('text that falls back to the other language has a lang', () => {
  expect(pickText({cs: 'Síť', en: ' '}, 'en')).toEqual({text: 'Síť', lang: 'cs'})
  expect(pickText({cs: null, en: 'Network'}, 'cs')).toEqual({text: 'Network', lang: 'en'})
})

test('text in neither language is undefined', () => {
  expect([null, undefined, {}, {cs: '', en: null}].map((field) => pickText(field, 'cs'))).toEqual(
    Array(4).fill(undefined),
  )
})

test('text of the wrong type is an error, not "[object Object]"', () => {
  // @ts-expect-error: an import can contain this
  expect(() => pickText({cs: {text: 'Síť'}}, 'cs')).toThrow('expected a string')
})

test('a stated language is set only when it differs from the page’s', () => {
  expect(textIn('cs', 'Výbor', 'cs')).toEqual({text: 'Výbor'})
  expect(textIn('cs', 'Výbor', 'en')).toEqual({text: 'Výbor', lang: 'cs'})
  expect(textIn(undefined, 'PILA', 'en')).toEqual({text: 'PILA'})
})

const block = (text: unknown) => ({_type: 'block', children: [{_type: 'span', text}]})

test('malformed and blank blocks are left out of a text', () => {
  const body = {
    cs: [block('Platforma'), null, 'text', {_type: 'image'}, block(7), block(' '), {_type: 'block'}],
  }
  expect(pickRichText(body, 'cs')?.blocks).toEqual([{...block('Platforma'), markDefs: []}])
})

test('a text without a usable block falls back to the other language', () => {
  expect(pickRichText({cs: [block('')], en: [block('Platform')]}, 'cs')).toMatchObject({lang: 'en'})
  expect(pickRichText({cs: 'Platforma'}, 'cs')).toBeUndefined()
  expect(pickRichText(null, 'cs')).toBeUndefined()
})
