import {expect, test} from 'vitest'
import {endPatches} from '#sanity/structure/end-patches.ts'

const now = new Date('2026-11-27T10:00:00Z')
const membership = {
  _id: 'a',
  _type: 'membership',
  _rev: 'a',
  _createdAt: '',
  _updatedAt: '',
  sources: [{_type: 'reference', _key: 'known', _ref: 'known'}],
}
const ended = (until: string | undefined, sourceId?: string) => endPatches(membership, {until, sourceId}, now)

test('a membership that ended gets its date, its status and the day of the check', () => {
  expect(ended('2024-12')).toEqual([{set: {status: 'former', until: '2024-12', lastChecked: '2026-11-27'}}])
})

test('an agreed end in the future leaves the membership going on', () => {
  expect(ended('2027-06')).toMatchObject([{set: {status: 'active', until: '2027-06'}}])
})

test('an unknown end removes an earlier date', () => {
  expect(ended(undefined)).toEqual([{set: {status: 'former', lastChecked: '2026-11-27'}}, {unset: ['until']}])
})

test('a source is added once', () => {
  expect(ended('2024', 'known')).toHaveLength(1)
  expect(ended('2024', 'other').at(-1)).toEqual({
    insert: {after: 'sources[-1]', items: [{_type: 'reference', _key: 'other', _ref: 'other'}]},
  })
})
