import {describe, expect, test} from 'vitest'
import {checkedSince, isChecked} from '#lib/content/last-checked.ts'
import {checkParams, checks} from '#sanity/structure/checks.ts'
import {runGroq, type SeedDocument, seed} from '../seed/seed.ts'

const today = new Date().toISOString().slice(0, 10)
const source = {_type: 'reference', _ref: 'source'}
const text = (cs?: string, en?: string) => ({_type: 'localeString', ...(cs && {cs}), ...(en && {en})})

/** Made-up documents without problems. */
const valid: SeedDocument[] = [
  {_id: 'source', _type: 'source', title: 'Made-up source', url: 'https://example.org'},
  {
    _id: 'network',
    _type: 'network',
    name: text('Síť', 'Network'),
    counts: [{_key: 'a', value: 11, asOf: '2016', source}],
    website: 'http://example.org',
    lastChecked: today,
  },
  {_id: 'membership', _type: 'membership', network: {_ref: 'network'}, sources: [source], lastChecked: today},
  {_id: 'person', _type: 'person', name: 'Made Up'},
]

const listed = async (id: string, documents: SeedDocument[]) => {
  const filter = checks.find((check) => check.id === id)?.filter
  return runGroq(`*[${filter}]._id`, checkParams(), documents)
}
const changed = (id: string, changes: object) =>
  valid.map((document) => (document._id === id ? {...document, ...changes} : document))

test.each(checks.map(({id}) => id))('a document without problems is not listed under "%s"', async (id) => {
  expect(await listed(id, valid)).toEqual([])
})

describe('needs a check:', () => {
  test.each([
    ['not-checked', 'network', {lastChecked: null}],
    ['not-checked', 'membership', {lastChecked: '2020-01-01'}],
    ['not-checked', 'membership', {lastChecked: '2099-01-01'}],
    ['contradictions', 'membership', {status: 'active', until: '2014'}],
    ['contradictions', 'membership', {status: 'active', until: '[2013,2014]'}],
    ['contradictions', 'membership', {status: 'former', until: '2099'}],
    ['contradictions', 'membership', {until: '2014'}],
    ['contradictions', 'membership', {status: 'former', since: '2015', until: '2014-12'}],
    ['impossible', 'network', {events: [{_key: 'a', kind: 'founded', date: '2106', source}]}],
    ['impossible', 'network', {counts: [{_key: 'a', value: 1, asOf: '2099-21', source}]}],
    ['impossible', 'network', {parent: {_ref: 'network'}}],
    ['impossible', 'membership', {asOf: '9999'}],
    ['impossible', 'membership', {reportsTo: {_ref: 'network'}}],
    ['undated-counts', 'network', {counts: [{_key: 'a', value: 11, source}]}],
    ['without-source', 'network', {topics: [{_key: 'a', text: text('Téma')}]}],
    ['without-source', 'membership', {sources: null}],
    ['without-source', 'person', {positions: [{_key: 'a', title: text('ředitelka')}]}],
    ['names-without-consent', 'membership', {member: {_ref: 'person'}}],
    ['names-without-consent', 'membership', {representatives: [{public: true, person: {_ref: 'person'}}]}],
    ['half-translated', 'network', {name: text('Síť')}],
    ['half-translated', 'membership', {contribution: text(undefined, 'Takes part')}],
    ['dead-links', 'network', {website: 'example.org'}],
    ['dead-links', 'network', {otherLinks: [{_key: 'a', url: 'mailto:a@example.org'}]}],
    ['dead-links', 'network', {parent: {_ref: 'gone'}}],
    ['dead-links', 'membership', {sources: [source, {_ref: 'gone'}]}],
    ['dead-links', 'source', {archivedUrl: 'web.archive.org/example'}],
  ])('%s lists a %s with %j', async (check, id, changes) => {
    expect(await listed(check, changed(id, changes))).toEqual([id])
  })

  test('a check is valid for two years, to the day', () => {
    expect(checkedSince(new Date('2026-11-24T10:00:00Z'))).toBe('2024-11-24')
  })

  test('a check in the future does not count, except tomorrow, which has begun in some time zone', () => {
    const now = new Date('2026-11-24T23:30:00Z')
    expect(
      ['2026-11-24', '2026-11-25', '2026-11-26', '2099-01-01'].map((day) => isChecked(day, now)),
    ).toEqual([true, true, false, false])
  })

  test('the seed has no dead link', async () => {
    expect(await listed('dead-links', seed)).toEqual([])
  })
})
