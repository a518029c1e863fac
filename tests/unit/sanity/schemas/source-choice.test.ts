import {expect, test} from 'vitest'
import {isComplete} from '#sanity/schemas/inputs/source-choice.ts'
import {typedAddress} from '#sanity/schemas/inputs/typed-address.ts'

test('an address is recognised with or without https, and other text is a search', () => {
  expect(typedAddress(' www.migrace.com/zprava ')).toBe('https://www.migrace.com/zprava')
  expect(typedAddress('icpraha.com/sitovani')).toBe('https://icpraha.com/sitovani')
  expect(typedAddress('http://example.org')).toBe('http://example.org/')
  expect(['výroční zpráva', 'mailto:a@example.org', 'javascript:alert(1)', ''].map(typedAddress)).toEqual(
    Array(4).fill(undefined),
  )
})

test('a new source needs a title, and spaces are not one', () => {
  const choice = {url: 'https://example.org/', lang: 'cs'}
  expect(isComplete({...choice, title: '  '})).toBe(false)
  expect(isComplete({...choice, title: 'Zpráva'})).toBe(true)
  expect([isComplete({_id: 'source'}), isComplete(undefined)]).toEqual([true, false])
})
