import {EMPTY} from 'rxjs'
import type {DocumentLocationResolver} from 'sanity/presentation'
import {expect, test, vi} from 'vitest'
import {sitemapEntries} from '#lib/content/address-view.ts'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import type {DocumentPage} from '#lib/routing/document-pages.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {LOCATIONS_QUERY} from '#sanity/queries/locations.ts'
import {pagesOf, resolve} from '#sanity/studio/presentation-resolve.ts'
import {receiveWebhooks} from './server/revalidate/cached-answers.ts'

/**
 * docs/adding-a-document-type.md with a sample type, `campaign`. Steps 3 and 4, the two registries, are done
 * here. Then everything that follows from them must work for a campaign without another change.
 */
vi.mock('#sanity/queries/content-types.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('#sanity/queries/content-types.ts')>()
  return {...original, contentTypeNames: [...original.contentTypeNames, 'campaign']}
})
vi.mock('#lib/routing/document-pages.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('#lib/routing/document-pages.ts')>()
  const campaign: DocumentPage = {
    pattern: '/:locale/campaigns/:slug',
    path: (locale, slug) => `/${locale}/campaigns/${slug}`,
    lists: [
      {
        tag: 'campaigns',
        path: (locale) => `/${locale}/campaigns`,
        section: 'czech-networks',
        shows: () => true,
      },
    ],
  }
  const documentPages: Record<string, DocumentPage> = {...original.documentPages, campaign}
  return {
    ...original,
    documentPages,
    pageTypes: Object.keys(documentPages),
    pageOf: (type: string) => documentPages[type] && {type, ...documentPages[type]},
  }
})

const lake = lakeForTests()
const campaign = {
  _id: 'campaign-vote',
  _type: 'campaign',
  name: {cs: 'Volby', en: 'Vote'},
  slug: {cs: {current: 'volby'}, en: {current: 'vote'}, former: ['ballot']},
  source: {_type: 'reference', _ref: 'source'},
}
const ownPaths = ['/cs/campaigns/volby', '/en/campaigns/vote', '/cs/campaigns/ballot', '/en/campaigns/ballot']
const lists = ['/cs/campaigns', '/en/campaigns']
const tags = ['networks', 'campaigns', 'campaign:volby', 'campaign:vote', 'campaign:ballot']

test('a change revalidates its page, its list and the redirects from its former slugs', async () => {
  await lake.client.create({_id: 'source', _type: 'source', title: 'A source'}, {visibility: 'async'})
  const affectedBy = await receiveWebhooks(lake.client, lake.visitor)
  for (const makeChange of [
    () => lake.client.create(campaign, {visibility: 'async'}),
    // Shown on its page.
    () => lake.client.patch('source').set({title: 'Renamed'}).commit({visibility: 'async'}),
    () => lake.client.patch('campaign-vote').set({'name.en': 'Vote!'}).commit({visibility: 'async'}),
  ]) {
    const affected = await affectedBy(makeChange)
    expect(affected.tags).toEqual(expect.arrayContaining(tags))
    expect(affected.pages).toEqual(ownPaths)
    expect(affected.lists.slice(0, lists.length)).toEqual(lists)
  }
  const deleted = await affectedBy(() => lake.client.delete('campaign-vote'))
  expect(deleted.tags).toEqual(expect.arrayContaining(tags))
})

test('the sitemap has its page in both languages, and its list', async () => {
  await lake.client.createOrReplace(campaign, {visibility: 'async'})
  const entries = sitemapEntries(await lake.visitor.fetch(ADDRESSES_QUERY, {start: 0, end: 10}))
  const changed = expect.stringMatching(/^\d{4}-/)
  expect(entries).toContainEqual({alternates: {cs: ownPaths[0], en: ownPaths[1]}, changed})
  expect(entries).toContainEqual({alternates: {cs: lists[0], en: lists[1]}, changed})
})

test('the Presentation tool names the pages that show it, and finds it by its page', async () => {
  await lake.client.createOrReplace(campaign, {visibility: 'async'})
  for (const id of ['campaign-vote', 'source']) {
    const {pages} = await lake.visitor.fetch(LOCATIONS_QUERY, {id, homeId: homeOrganizationId})
    expect(pagesOf(pages)).toEqual([
      {title: 'Volby', href: ownPaths[0]},
      {title: 'Vote', href: ownPaths[1]},
      {title: 'České sítě', href: lists[0]},
      {title: 'Czech networks', href: lists[1]},
    ])
  }
  const mainDocument = resolve.mainDocuments.find(({route}) => route === '/:locale/campaigns/:slug')
  expect(mainDocument).toMatchObject({filter: expect.stringContaining('_type == "campaign"')})
})

test('the Studio looks again for its pages when a campaign changes', () => {
  const listenQuery = vi.fn((_query: {fetch: string; listen: string}) => EMPTY)
  resolve.locations({id: 'campaign-vote', type: 'campaign', version: undefined, perspectiveStack: []}, {
    documentStore: {listenQuery},
  } as unknown as Parameters<DocumentLocationResolver>[1])
  expect(listenQuery.mock.calls[0]?.[0].listen).toContain('"campaign"')
})
