import {expect, test} from 'vitest'
import {changesBetween} from '#lib/content/change-record.ts'

const reference = (_ref: string) => ({_type: 'reference', _ref})
const network = (rest: object = {}) => ({
  _id: 'network-a',
  _type: 'network',
  _rev: '1',
  name: {cs: 'A'},
  names: [{_key: 'a', text: 'A', source: reference('source-1')}],
  ...rest,
})
const membership = (rest: object = {}) => ({
  _id: 'membership-a',
  _type: 'membership',
  status: 'unknown',
  sources: [reference('source-1')],
  ...rest,
})

const words = (before: object | undefined, after: object | undefined) =>
  changesBetween(before as never, after as never).map(({kind, count}) =>
    count === undefined ? kind : `${kind} ${count}`,
  )

test.each([
  ['is new', undefined, network(), ['added']],
  ['was removed', network(), undefined, ['removed']],
  ['was checked', network(), network({lastChecked: '2026-01-01'}), ['checked']],
  ['has another text', network(), network({summary: {cs: 'Text'}}), ['changed']],
  [
    'has a new name from a new source',
    network(),
    network({
      names: [
        {_key: 'a', text: 'A', source: reference('source-1')},
        {_key: 'b', text: 'B', source: reference('source-2')},
      ],
    }),
    ['sources 1', 'names 1'],
  ],
  [
    'has a corrected name',
    network(),
    network({names: [{_key: 'a', text: 'Á', source: reference('source-1')}]}),
    ['changed'],
  ],
  ['lost a name', network(), network({names: []}), ['changed']],
  [
    'was moved in the list',
    network({orderRank: '1'}),
    network({orderRank: '2', _rev: '2', editorNote: 'x'}),
    [],
  ],
])('a network that %s', (_, before, after, expected) => {
  expect(words(before, after)).toEqual(expected)
})

test.each([
  ['is new', undefined, membership(), ['role-added']],
  ['was removed', membership(), undefined, ['role-removed']],
  [
    'is confirmed',
    membership(),
    membership({status: 'active', lastChecked: '2026-01-01'}),
    ['role-confirmed'],
  ],
  [
    'is confirmed again',
    membership({status: 'active', lastChecked: '2025-01-01'}),
    membership({status: 'active', lastChecked: '2026-01-01'}),
    ['role-confirmed'],
  ],
  [
    'has ended, according to a new source',
    membership({status: 'active'}),
    membership({status: 'former', until: '2025', sources: [reference('source-1'), reference('source-2')]}),
    ['role-ended', 'role-sources 1'],
  ],
  ['was checked and stays unknown', membership(), membership({lastChecked: '2026-01-01'}), ['role-checked']],
  ['is in doubt again', membership({status: 'active'}), membership(), ['role-unconfirmed']],
  ['has another role', membership({role: 'member'}), membership({role: 'chair'}), ['role-changed']],
])('a membership that %s', (_, before, after, expected) => {
  expect(words(before, after)).toEqual(expected)
})

test('fields of the wrong type stop nothing', () => {
  expect(words(network({names: 'A', events: [5]}), network({names: [], events: 'B'}))).toEqual(['changed'])
})

test('other documents have no changes of their own: they show on the pages of networks', () => {
  expect(words({_type: 'source'}, {_type: 'source', title: 'B'})).toEqual([])
})
