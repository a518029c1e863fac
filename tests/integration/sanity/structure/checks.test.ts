import {expect, it} from 'vitest'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {checkParams, checks} from '#sanity/structure/checks.ts'
import {type CheckedRow, NEEDS_CHECK_QUERY, reasonText} from '#sanity/structure/needs-check-query.ts'

const lake = lakeForTests()
const now = new Date('2026-11-28T12:00:00Z')

/** The ids in a list, in the drafts perspective as in the Studio. */
const listed = async (id: string) => {
  const filter = checks.find((check) => check.id === id)?.filter
  const ids: string[] = await lake.client
    .withConfig({perspective: 'drafts'})
    .fetch(`*[${filter}] | order(_id)._id`, checkParams(now))
  return ids
}

it('a membership is listed if its status contradicts its dates', async () => {
  const write = (_id: string, rest: object) => lake.client.create({_id, _type: 'membership', ...rest})
  await write('active-ended', {status: 'active', until: '2014'})
  await write('active-ended-either', {status: 'active', until: '[2013,2014?]'})
  await write('active-ended-summer', {status: 'active', until: '2026-22'})
  await write('active-in-autumn', {status: 'active', until: '2026-23'})
  await write('active-until-later', {status: 'active', until: '2030-12'})
  await write('active', {status: 'active', since: '2010'})
  await write('former', {status: 'former', since: '2010'})
  await write('former-ahead', {status: 'former', until: '2030'})
  await write('unknown-ended', {status: 'unknown', until: '2014'})
  await write('wrong-order', {status: 'former', since: '2015', until: '2014'})
  await write('corrected', {status: 'active', until: '2014'})
  await write('drafts.corrected', {status: 'former', until: '2014'})
  expect(await listed('contradictions')).toEqual([
    'active-ended',
    'active-ended-either',
    'active-ended-summer',
    'former-ahead',
    'unknown-ended',
    'wrong-order',
  ])
})

it('future dates and cycles of parents are listed', async () => {
  const part = (_id: string, parent: string, _type = 'network') =>
    lake.client.create({_id, _type, parent: {_type: 'reference', _weak: true, _ref: parent}})
  await part('itself', 'itself')
  await part('one', 'two')
  await part('two', 'three', 'organization')
  await part('three', 'one')
  await part('no-cycle', 'missing')
  await lake.client.create({
    _id: 'future',
    _type: 'network',
    events: [{_key: 'a', kind: 'founded', date: '2106'}],
  })
  await lake.client.create({
    _id: 'past',
    _type: 'network',
    events: [{_key: 'a', kind: 'founded', date: '2016'}],
  })
  expect(await listed('impossible')).toEqual(['future', 'itself', 'one', 'three', 'two'])
})

it('a document whose last check lies in the future is still listed', async () => {
  const network = (_id: string, lastChecked: string) =>
    lake.client.create({_id, _type: 'network', lastChecked})
  await network('checked-in-2099', '2099-01-01')
  await network('checked-today', '2026-11-28')
  const ids = await listed('not-checked')
  expect(ids).toContain('checked-in-2099')
  expect(ids).not.toContain('checked-today')
})

it('one query gives every document that needs a check with its reasons, and none that is being written', async () => {
  const written = new Date(now.getTime() - 60_000).toISOString()
  await lake.client.create({
    _id: 'old',
    _type: 'network',
    name: {cs: 'Stará'},
    lastChecked: '2020-01-01',
    counts: [{_key: 'a', value: 3}],
  })
  await lake.client.create({_id: 'drafts.new', _type: 'network', name: {cs: 'Nová'}, _createdAt: written})
  await lake.client.create({_id: 'drafts.forgotten', _type: 'network', _createdAt: '2026-01-01T00:00:00Z'})
  // The Studio dates the check of a new document. An imported document has no such date.
  const published = {_type: 'network', name: {cs: 'Zveřejněná'}, _createdAt: written}
  await lake.client.create({...published, _id: 'published', lastChecked: '2026-11-28'})
  await lake.client.create({...published, _id: 'imported'})
  const rows = await lake.client
    .withConfig({perspective: 'drafts'})
    .fetch<CheckedRow[]>(`${NEEDS_CHECK_QUERY} | order(_id)`, checkParams(now))
  const ours = rows.filter(({_id}) => ['old', 'new', 'forgotten', 'published', 'imported'].includes(_id))
  expect(ours.map((row) => [row._id, reasonText(row)])).toEqual([
    ['forgotten', 'ještě neověřeno'],
    ['imported', 'ještě neověřeno · chybí překlad'],
    ['old', 'naposledy ověřeno 1.\u00a0ledna 2020 · počet bez data · chybí zdroj · chybí překlad'],
  ])
})
