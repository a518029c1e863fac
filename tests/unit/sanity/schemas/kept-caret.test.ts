import {expect, test} from 'vitest'
import {movedCaret} from '#sanity/schemas/inputs/kept-caret.ts'

/** `|` is the caret. */
const moved = (before: string, after: string) => {
  const caret = movedCaret(before.indexOf('|'), before.replace('|', ''), after)
  return `${after.slice(0, caret)}|${after.slice(caret)}`
}

test.each([
  ['text added before the caret', 'one| two', 'zero one two', 'zero one| two'],
  ['text added after the caret', 'one| two', 'one two three', 'one| two three'],
  ['text added at the caret', 'one|two', 'one and two', 'one| and two'],
  ['text removed before the caret', 'zero one| two', 'one two', 'one| two'],
  ['text removed after the caret', 'one| two three', 'one two', 'one| two'],
  ['the text around the caret replaced', 'one t|wo three', 'one 2 three', 'one 2| three'],
  ['all text removed', 'one| two', '', '|'],
  ['the first letters of an empty field', '|', 'one', '|one'],
])('the caret stays where the editor writes: %s', (_, before, after, expected) => {
  expect(moved(before, after)).toBe(expected)
})
