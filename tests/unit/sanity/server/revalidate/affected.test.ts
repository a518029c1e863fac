import {evaluate, parse} from 'groq-js'
import {describe, expect, it, test} from 'vitest'
import {sitemapEntries} from '#lib/content/address-view.ts'
import {revalidateWebhook} from '#sanity/queries/webhook.ts'
import {affectedBy, affectedByChange, change} from '#sanity/server/revalidate/affected.ts'

const consortium = {
  _type: 'network',
  cs: 'konsorcium',
  en: 'consortium',
  level: 'czech',
  relationKind: 'network',
}

describe('a change', () => {
  it('makes the lists and the pages of its network stale, in both languages', () => {
    expect(affectedBy([consortium])).toEqual({
      tags: ['networks', 'group:czech-networks', 'network:konsorcium', 'network:consortium'],
      pages: ['/cs/nase-clenstvi/ceske-site/konsorcium', '/en/our-membership/czech-networks/consortium'],
      lists: [
        '/cs/nase-clenstvi/ceske-site',
        '/en/our-membership/czech-networks',
        '/cs/nase-clenstvi',
        '/cs',
        '/cs/nase-clenstvi/prehled',
        '/cs/nase-clenstvi/casova-osa',
        '/cs/nase-clenstvi/vztahy',
        '/en/our-membership',
        '/en',
        '/en/our-membership/overview',
        '/en/our-membership/timeline',
        '/en/our-membership/relations',
      ],
    })
  })

  it('revalidates the former page of a network as well as the current one', () => {
    const {tags, pages} = affectedBy([
      consortium,
      {...consortium, en: 'the-consortium', relationKind: 'partner'},
    ])
    expect(tags).toEqual(expect.arrayContaining(['network:consortium', 'network:the-consortium']))
    expect(tags).toEqual(expect.arrayContaining(['group:czech-networks', 'group:foreign-partners']))
    expect(pages).toContain('/en/our-membership/czech-networks/consortium')
    expect(pages).toContain('/en/our-membership/foreign-partners/the-consortium')
  })

  it('revalidates the redirects from all former slugs', () => {
    const {tags, pages} = affectedBy([{...consortium, former: ['konsorcium-puvodni']}])
    expect(tags).toContain('network:konsorcium-puvodni')
    expect(pages).toContain('/cs/nase-clenstvi/ceske-site/konsorcium-puvodni')
    expect(pages).toContain('/en/our-membership/czech-networks/konsorcium-puvodni')
  })

  it('of a malformed document uses its valid fields', () => {
    const malformed = {cs: {deep: true}, en: 'valid', level: 7, relationKind: 'network'}
    const {addresses} = change.parse({_id: 'network-a', _type: 'network', addresses: [malformed]})
    expect(affectedBy(addresses).tags).toContain('network:valid')
  })

  it('makes networks with a shared body stale, without revalidating their pages at once', () => {
    const {tags, pages} = affectedBy([consortium], ['organization-office'])
    expect(tags).toContain('related:organization-office')
    expect(pages).toEqual(affectedBy([consortium]).pages)
  })

  it('of a document without a slug revalidates the lists over all networks', () => {
    expect(affectedBy([{}]).tags).toEqual(['networks'])
  })
})

test('a change of the site’s texts makes every page stale by one tag, and no list of networks', async () => {
  const client = {fetch: () => Promise.reject(new Error('no query is needed'))}
  const sent = change.parse({_id: 'site-texts', _type: 'siteTexts'})
  const {tags, lists} = await affectedByChange(client, sent)
  expect(tags).toEqual(['site-texts'])
  const pages = sitemapEntries([]).flatMap(({alternates}) => Object.values(alternates))
  expect(lists.toSorted()).toEqual(pages.toSorted())
})

describe('the projection of the webhook', () => {
  const project = async (before: object | null, after: object | null) => {
    const tree = parse(`*[0]${revalidateWebhook.rule.projection}`, {mode: 'delta'})
    const dataset = [after ?? before]
    return (await evaluate(tree, {dataset, before, after})).get()
  }
  const document = (slug: string) => ({
    _id: 'network-a',
    _type: 'network',
    _updatedAt: '2026-01-01T00:00:00Z',
    level: 'czech',
    relationKind: 'network',
    slug: {en: {current: slug}},
  })

  it.each([
    ['a creation', null, document('a'), [undefined, 'a']],
    ['a rename', document('a'), document('b'), ['a', 'b']],
    ['a deletion', document('a'), null, ['a', undefined]],
  ])('sends both addresses of %s', async (_, before, after, slugs) => {
    const sent = change.parse(await project(before, after))
    expect(sent._id).toBe('network-a')
    expect(sent.addresses.map(({en}) => en ?? undefined)).toEqual(slugs)
  })
})

it('a record of a change makes only the feed stale, without a query', async () => {
  const client = {fetch: () => Promise.reject(new Error('no query is needed'))}
  const record = change.parse({_id: 'change-1', _type: 'change', addresses: [{}, {}]})
  expect(await affectedByChange(client as never, record)).toEqual({tags: ['changes'], pages: [], lists: []})
})
