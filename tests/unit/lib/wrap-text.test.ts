import {expect, test} from 'vitest'
import {joined, joinedBy} from '#lib/localized.ts'
import {wrapText} from '#lib/wrap-text.ts'

const czech = {text: 'vede výbor pro práva cizinců', lang: 'cs'}

test('a joined text keeps the language of its parts, and has no parts when there is one language', () => {
  expect(joined('SIMI', ' – ', czech)).toEqual({
    text: 'SIMI – vede výbor pro práva cizinců',
    parts: [{text: 'SIMI – '}, czech],
  })
  expect(joined('SIMI', '', ' – ', {text: 'member'})).toEqual({text: 'SIMI – member'})
  expect(joined(czech)).toEqual(czech)
  expect(joinedBy(', ', [joined('A ', czech), 'B']).parts).toEqual([{text: 'A '}, czech, {text: ', B'}])
})

test('each line of a wrapped text keeps the language of its parts', () => {
  expect(wrapText(joined('SIMI – ', czech, ' (former)'), 9)).toEqual([
    {text: 'SIMI – vede výbor', parts: [{text: 'SIMI – '}, {text: 'vede výbor', lang: 'cs'}]},
    {text: 'pro práva cizinců', lang: 'cs'},
    {text: '(former)'},
  ])
})

test('a word or a line that is cut does not move the languages of what follows', () => {
  const long = joined(
    {text: 'x'.repeat(40), lang: 'cs'},
    ' and  ',
    {text: 'slovo', lang: 'cs'},
    ' more words than fit',
  )
  expect(wrapText(long, 5.3)).toEqual([
    {text: `${'x'.repeat(9)}…`, lang: 'cs'},
    {text: 'and slovo', parts: [{text: 'and '}, {text: 'slovo', lang: 'cs'}]},
    {text: 'more word…'},
  ])
})
