import {describe, expect, it, vi} from 'vitest'
import {bodyIdsOf, relatedViews} from '#lib/content/related-view.ts'
import {NETWORK_PAGE_QUERY} from '#sanity/queries/network-page.ts'
import {RELATED_QUERY} from '#sanity/queries/related.ts'
import {runGroq, type SeedDocument, seed} from '../../sanity/seed/seed.ts'
import {network, organization} from './sample-bodies.ts'

const to = (id: string) => ({_ref: id})

const documents = [
  network('council', {}),
  network('committee', {parent: to('council'), host: to('office')}),
  network('forum', {host: to('office')}),
  network('seat'),
  network('stranger', {parent: to('elsewhere')}),
  organization('office'),
  organization('elsewhere'),
  organization('advocacy', {parent: to('council')}),
  {_id: 'membership-seat', _type: 'membership', network: to('seat'), reportsTo: to('advocacy')},
]

async function pageOf(slug: string, dataset: SeedDocument[]) {
  const row = await runGroq(NETWORK_PAGE_QUERY, {slug}, dataset)
  const params = {id: row._id, bodyIds: bodyIdsOf(row), locale: 'en'}
  return {row, others: await runGroq(RELATED_QUERY, params, dataset)}
}

const related = async (slug: string, dataset = documents) => {
  const {row, others} = await pageOf(slug, dataset)
  const views = relatedViews(row, others, 'en')
  return views.map(({id, how}) => [
    id,
    how.map(({words, body}) => [words, body?.text].filter(Boolean).join(': ')),
  ])
}

describe('related networks', () => {
  it('share a parent, a host, or a body that SIMI informs', async () => {
    expect(await related('committee')).toEqual([
      ['council', ['this network is part of it']],
      ['forum', ['hosted by: office']],
    ])
    expect(await related('council')).toEqual([
      ['committee', ['part of: this network']],
      ['seat', ['SIMI passes information to: advocacy']],
    ])
    expect(await related('seat')).toEqual([['council', ['part of it: advocacy']]])
    expect(await related('stranger')).toEqual([])
  })

  it('in the seed: the working group, which informs the Consortium’s advocacy group, and PICUM, which it is a member of', async () => {
    const name = 'Advocacy group of the Consortium'
    expect(await related('consortium', seed)).toEqual([
      ['network-working-group-economic-migration', [`SIMI passes information to: ${name}`]],
      ['network-picum', ['this network is a member of it']],
    ])
    expect(await related('working-group-on-economic-migration', seed)).toEqual([
      ['network-consortium', [`part of it: ${name}`]],
    ])
    expect(await related('picum', seed)).toEqual([['network-consortium', ['member of: this network']]])
  })

  it('are left out when they are malformed or have no page in the language; the others stay', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const {row, others} = await pageOf('council', documents)
    const [committee, seat] = others
    const broken = [
      {...committee, name: 7},
      {...seat, slug: {cs: {current: 'seat-cs'}}},
    ]
    expect(relatedViews(row, broken, 'en')).toEqual([])
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })
})
