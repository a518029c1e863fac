import {describe, expect, test} from 'vitest'
import {type AddressRow, newestChange} from '#lib/content/address-view.ts'
import {bodyIdsOf, relatedViews} from '#lib/content/related-view.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {NETWORK_PAGE_QUERY} from '#sanity/queries/network-page.ts'
import {RELATED_QUERY} from '#sanity/queries/related.ts'
import {network, organization} from '../../../../unit/lib/content/sample-bodies.ts'
import {cachedAnswersFor, expectStale, receiveWebhooks} from './cached-answers.ts'

const lake = lakeForTests()

const to = (_ref: string) => ({_type: 'reference', _ref})
const source = {_id: 'source', _type: 'source', title: 'A source'}
const person = {
  _id: 'person',
  _type: 'person',
  name: 'A person',
  positions: [{_key: 'a', organization: to('employer')}],
}

const content = [
  source,
  person,
  organization('employer'),
  organization('office'),
  organization('ministry'),
  organization('advocacy', {parent: to('council')}),
  network('council'),
  network('committee', {
    parent: to('council'),
    host: to('office'),
    names: [{_key: 'a', source: to('source')}],
  }),
  network('forum', {host: to('office')}),
  network('seat'),
  network('agency', {parent: to('ministry')}),
  network('bureau', {parent: to('ministry')}),
  {_id: 'membership-seat', _type: 'membership', network: to('seat'), reportsTo: to('advocacy')},
  {
    _id: 'membership-committee',
    _type: 'membership',
    network: to('committee'),
    member: to('person'),
    sources: [{_key: 's', ...to('source')}],
  },
]
const slugs = ['council', 'committee', 'forum', 'seat', 'agency', 'bureau'].flatMap((id) => [id, `${id}-cs`])

async function start(more: {_id: string; _type: string}[] = []) {
  const old: string[] = await lake.client.fetch('*[!string::startsWith(_type, "system.")]._id')
  const transaction = lake.client.transaction()
  for (const id of old) transaction.delete(id)
  for (const document of [...content, ...more]) transaction.createOrReplace(document)
  await transaction.commit({visibility: 'async'})
  return receiveWebhooks(lake.client, lake.visitor)
}

const cachedAnswersForAll = async () =>
  new Map(
    (await Promise.all(slugs.map((slug) => cachedAnswersFor(lake.visitor, slug)))).flatMap((each) => [
      ...each,
    ]),
  )

/** The date of the committee's page in the sitemap. */
async function committeeDate() {
  const rows: AddressRow[] = await lake.visitor.fetch(ADDRESSES_QUERY, {start: 0, end: 99})
  return String(newestChange(rows.filter(({_id}) => _id === 'committee')))
}

const patch = (id: string, set: object, unset: string[] = []) =>
  lake.client.patch(id).set(set).unset(unset).commit({visibility: 'async'})
const remove = (id: string) => lake.client.delete(id)

// Each case sends some hundred requests, which is slow on a busy machine.
describe('every answer that changes is made stale when', {timeout: 60_000}, () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a network is renamed', () => patch('forum', {'name.en': 'Forum two'})],
    ['a network gets another slug', () => patch('forum', {'slug.en.current': 'the-forum'})],
    ['a network loses its slug in one language', () => patch('forum', {}, ['slug.en'])],
    ['a network moves to another group', () => patch('forum', {level: 'european'})],
    ['a network gets another parent', () => patch('agency', {parent: to('office')})],
    ['a network loses its parent', () => patch('agency', {}, ['parent'])],
    ['a network gets another host', () => patch('forum', {host: to('ministry')})],
    ['a network is deleted', () => remove('bureau')],
    ['a membership reports to another body', () => patch('membership-seat', {reportsTo: to('ministry')})],
    ['a membership stops reporting to a body', () => patch('membership-seat', {}, ['reportsTo'])],
    ['a membership moves to another network', () => patch('membership-committee', {network: to('forum')})],
    ['a membership is deleted', () => remove('membership-committee')],
    ['a membership that reports to a body is deleted', () => remove('membership-seat')],
    ['an organization moves to another network', () => patch('advocacy', {parent: to('agency')})],
    ['an organization leaves its network', () => patch('advocacy', {}, ['parent'])],
    ['an organization that several share is renamed', () => patch('ministry', {'name.en': 'Ministry two'})],
    ['a person leaves a post', () => patch('person', {}, ['positions'])],
    ['the employer of a member is renamed', () => patch('employer', {'name.en': 'Employer two'})],
    ['a network is created', () => lake.client.create(network('agency-two', {parent: to('ministry')}))],
    [
      'a membership is unpublished',
      () =>
        lake.client.action({
          actionType: 'sanity.action.document.unpublish',
          draftId: 'drafts.membership-committee',
          publishedId: 'membership-committee',
        }),
    ],
  ])('%s', async (what, makeChange) => {
    const affectedBy = await start()
    const before = await cachedAnswersForAll()
    const {tags} = await affectedBy(makeChange)
    const now = await cachedAnswersForAll()
    expect([...now.values()].map(({answer}) => answer)).not.toEqual(
      [...before.values()].map(({answer}) => answer),
    )
    expectStale(before, now, tags, what)
  })
})

test('a draft makes nothing stale, its publication does', async () => {
  const affectedBy = await start()
  const draft = {...organization('employer'), _id: 'drafts.employer', name: {cs: 'Nové', en: 'New'}}
  const before = await cachedAnswersForAll()
  await lake.client.createOrReplace(draft)
  expect(await cachedAnswersForAll()).toEqual(before)
  const {tags} = await affectedBy(() =>
    lake.client.action({
      actionType: 'sanity.action.document.publish',
      draftId: draft._id,
      publishedId: 'employer',
    }),
  )
  expect(tags).toContain('network:committee')
})

test('a change revalidates no more tags when three hundred networks share a parent', async () => {
  const rename = () => patch('agency', {'name.en': 'Agency two'})
  const alone = await (await start())(rename)
  const sharing = Array.from({length: 300}, (_, number) =>
    network(`made-${number}`, {parent: to('ministry')}),
  )
  expect(await (await start(sharing))(rename)).toEqual(alone)
})

describe('the date of a page does not go back when', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a source is removed from a name and deleted', () => patch('committee', {}, ['names'])],
    [
      'a membership loses its sources and they are deleted',
      async () => {
        await patch('membership-committee', {}, ['sources'])
        await patch('committee', {}, ['names'])
        await remove('source')
      },
    ],
    [
      'a member leaves a post at an organization, which is deleted',
      async () => {
        await patch('person', {}, ['positions'])
        await remove('employer')
      },
    ],
    ['a network leaves its host', () => patch('committee', {}, ['host'])],
  ])('%s', async (_, makeChange) => {
    await start()
    // Make the documents that are about to be removed the newest ones.
    for (const id of ['source', 'employer', 'office']) await patch(id, {note: 'newer'})
    const before = await committeeDate()
    await makeChange()
    expect((await committeeDate()) > before).toBe(true)
  })
})

test('related networks are sorted by the rules of the language: in Czech "ch" comes after "h"', async () => {
  const names = ['Zelená', 'Chata', 'Čtvrtá', 'Cyklo', 'Hora', 'Ihned']
  await start(
    names.map((cs, number) => network(`sorted-${number}`, {parent: to('agency'), name: {cs, en: cs}})),
  )
  const row = await lake.visitor.fetch(NETWORK_PAGE_QUERY, {slug: 'agency'})
  const shown = async (locale: 'cs' | 'en') => {
    const related = await lake.visitor.fetch(RELATED_QUERY, {
      id: row?._id,
      bodyIds: bodyIdsOf(row ?? {}),
      locale,
    })
    return relatedViews(row ?? {}, related, locale).map(({name}) => name.text)
  }
  expect(await shown('cs')).toEqual(['BUREAU', 'Cyklo', 'Čtvrtá', 'Hora', 'Chata', 'Ihned', 'Zelená'])
  expect(await shown('en')).toEqual(['bureau', 'Chata', 'Čtvrtá', 'Cyklo', 'Hora', 'Ihned', 'Zelená'])
})

test('networks without a page in this language do not use up the limit of related networks', async () => {
  const czechOnly = Array.from({length: 90}, (_, number) =>
    network(`czech-only-${number}`, {
      parent: to('agency'),
      orderRank: `0|${number}`,
      slug: {cs: {current: `jen-cesky-${number}`}},
    }),
  )
  await start(czechOnly)
  const row = await lake.visitor.fetch(NETWORK_PAGE_QUERY, {slug: 'agency'})
  const bodyIds = bodyIdsOf(row ?? {})
  const shown = async (locale: 'cs' | 'en') =>
    relatedViews(row ?? {}, await lake.visitor.fetch(RELATED_QUERY, {id: row?._id, bodyIds, locale}), locale)
  expect((await shown('en')).map(({id}) => id)).toEqual(['bureau'])
  expect(await shown('cs')).toHaveLength(12)
})
