import {afterEach, expect, test, vi} from 'vitest'
import {siteTexts} from '#lib/content/site-texts.ts'
import {changesFeed} from '#lib/open-data/feed.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {CHANGE_RECORDS_QUERY, CHANGES_QUERY} from '#sanity/queries/changes.ts'
import {recordChanges} from '#sanity/studio/record-changes.ts'

const lake = lakeForTests()

let open: {unsubscribe: () => void}[] = []
afterEach(() => {
  for (const studio of open) studio.unsubscribe()
  open = []
})

const records = () => lake.client.fetch<{parts: {kind: string}[]}[]>(CHANGE_RECORDS_QUERY, {limit: 100})
const kinds = async () => (await records()).map(({parts}) => parts.map(({kind}) => kind).join())
const titles = async () => {
  const networks = await lake.client.fetch(CHANGES_QUERY, {start: 0, end: 100})
  const {site} = siteTexts(null, 'en')
  const feed = changesFeed(
    {networks, records: await records()},
    {siteUrl: 'https://site.test', locale: 'en', site},
  )
  return [...feed.matchAll(/<title>([^<]+)<\/title>/g)].slice(1).map(([, title]) => title)
}

/** Opens Studios and waits until they listen. */
async function openStudios(count: number) {
  const listening = Promise.withResolvers<void>()
  open = Array.from({length: count}, () => recordChanges(lake.client))
  const probe = lake.client
    .listen('*[_type == "network"]', {}, {events: ['welcome']})
    .subscribe(() => listening.resolve())
  await listening.promise
  probe.unsubscribe()
}

test('a publish, a check and a deleted membership are in the feed, each once for any number of open Studios', async () => {
  await openStudios(3)
  const network = {_id: 'network-a', _type: 'network', name: {en: 'Circle'}, slug: {en: {current: 'circle'}}}
  const member = {_type: 'reference', _ref: 'network-a'}

  await lake.client.create({...network, _id: 'drafts.network-a'})
  await lake.client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.network-a',
    publishedId: 'network-a',
  })
  await vi.waitFor(async () => expect(await kinds()).toEqual(['added']))

  await lake.client.create({_id: 'membership-a', _type: 'membership', network: member, status: 'active'})
  await vi.waitFor(async () => expect(await kinds()).toEqual(['role-added', 'added']))

  await lake.client.patch('network-a').set({lastChecked: '2026-11-27'}).commit()
  await vi.waitFor(async () => expect(await kinds()).toHaveLength(3))

  await lake.client.delete('membership-a')
  await vi.waitFor(async () => expect(await kinds()).toHaveLength(4))

  expect(await titles()).toEqual([
    'Circle: SIMI’s role removed from this site',
    'Circle: facts checked',
    'Circle: SIMI’s role added',
    'Circle: new on this site',
  ])

  await lake.client.delete('network-a')
  await vi.waitFor(async () => expect((await titles())[0]).toBe('Circle: removed from this site'))
  expect(await titles()).toHaveLength(5)
})
