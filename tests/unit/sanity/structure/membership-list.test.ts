import {expect, test} from 'vitest'
import {sortedByNetwork} from '#sanity/structure/membership-list.tsx'

const row = (_id: string, cs: string, since?: string) => ({
  _id,
  _type: 'membership',
  network: {cs},
  ...(since && {since}),
})

test('memberships are in the order of the Czech alphabet, those in one network by their beginning', () => {
  const rows = [
    row('a', 'Zahraniční'),
    row('b', 'Česká síť'),
    row('c', 'Chrám'),
    row('d', 'Horizont', '2015'),
  ]
  const sorted = sortedByNetwork([...rows, row('e', 'Dům'), row('f', 'Horizont', '2009')])
  expect(sorted.map(({_id}) => _id)).toEqual(['b', 'e', 'f', 'd', 'c', 'a'])
})
