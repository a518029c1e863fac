import {expect, test} from 'vitest'
import {findUnprintable, printable, printableText} from '#lib/parsing/printable.ts'

test.each([
  ['A\u000BB', 'A B'],
  ['A\u000CB', 'A B'],
  ['A\u0085B', 'A B'],
  ['po\u0000moc\u0008i\u001F', 'pomoci'],
  ['\u007F\u009Fx', 'x'],
  ['half \uD83C and \uDF0D', 'half  and '],
  ['\uFFFE\uFFFF\uFDD0\u{1FFFE}x', 'x'],
  ['kept: \t\n\r ž \u00A0 \u200D 🌍 שלום \uFFFD', 'kept: \t\n\r ž \u00A0 \u200D 🌍 שלום \uFFFD'],
])('%j is printed as %j', (text, printed) => {
  expect(printableText(text)).toBe(printed)
})

test('every string is cleaned, at any depth, and other values are unchanged', () => {
  const answer = {a: 'x\u0000', b: [{c: ['\u000By']}, 3, null, true], d: undefined}
  expect(printable(answer)).toEqual({a: 'x', b: [{c: [' y']}, 3, null, true], d: undefined})
  for (const value of [null, undefined, 5, [], {}]) expect(printable(value)).toEqual(value)
})

test('the first forbidden character is found, with its code point', () => {
  expect(findUnprintable('ab\u000Bc\u0000')).toEqual({index: 2, code: 'U+000B'})
  expect(findUnprintable('x\uD800')).toEqual({index: 1, code: 'U+D800'})
  expect(findUnprintable('řádek\nemoji 👩‍👩‍👧')).toBeUndefined()
})
