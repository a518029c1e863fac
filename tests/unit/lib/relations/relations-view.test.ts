import {expect, test} from 'vitest'
import {siteTexts} from '#lib/content/site-texts.ts'
import {relationsLayout} from '#lib/relations/layout.ts'
import {type RelationsRow, relationsView} from '#lib/relations/relations-view.ts'
import {viewPage} from '../../sanity/queries/lists.ts'

const network = (id: string, rest: Partial<RelationsRow> = {}): RelationsRow => ({
  _id: id,
  name: {en: `Made-up ${id}`},
  slug: {en: {current: id}},
  level: 'czech',
  relationKind: 'network',
  ...rest,
})

const simi = {_type: 'organization', _id: 'organization-simi', name: {en: 'Made-up home'}} as const

/** Each relation as a sentence. */
const sentences = (rows: RelationsRow[]) => {
  const {nodes, edges} = relationsView(rows, 'en')
  const name = (id: string) => nodes.find((node) => node.id === id)?.name.text
  return edges.map(({from, label, to}) => `${name(from)} – ${label.text} – ${name(to)}`)
}

test('the relations of the seed have members, roles, networks and parents', async () => {
  const seedSentences = sentences((await viewPage('relations', 'en')).rows)
  expect(seedSentences).toEqual(
    expect.arrayContaining([
      'SIMI – founding member – Consortium of Migrants Assisting NNOs in the Czech Republic',
      'SIMI – represented by – Magda Faltová',
      'Magda Faltová – chairperson – Committee for the Rights of Foreigners of the Czech Government’s Council for Human Rights',
      'SIMI – permanent observer – Working Group on Economic Migration at the Ministry of Industry and Trade',
      'SIMI – partner – Solidariedade Imigrante (SOLIM)',
      'Working Group on Economic Migration at the Ministry of Industry and Trade – SIMI passes information to – Advocacy group of the Consortium',
      'Advocacy group of the Consortium – is part of – Consortium of Migrants Assisting NNOs in the Czech Republic',
      'Consortium of Migrants Assisting NNOs in the Czech Republic – is a member of – PICUM',
      'Government Council for Human Rights – is part of – Government of the Czech Republic',
      'Office of the Government of the Czech Republic – hosts – Committee for the Rights of Foreigners of the Czech Government’s Council for Human Rights',
    ]),
  )
})

test('a relation has its status and its dates, and no role that no source states', () => {
  const memberships = [
    {_id: 'a', member: simi, role: 'member', status: 'former'},
    {_id: 'b', member: simi, role: 'observer', roleStated: false, status: 'unknown', asOf: '2016'},
    {_id: 'c', member: simi, role: 'partner', status: 'active', since: '2020'},
    {_id: 'd', member: simi, role: 'chair', status: 'former', since: '2010', until: '2012'},
  ]
  const {edges} = relationsView([network('one', {memberships})], 'en')
  expect(edges.map(({label, certainty, status, when}) => [label.text, certainty, status, when])).toEqual([
    ['member', 'over', 'former', 'former'],
    ['role not stated', 'unconfirmed', 'as of 2016', undefined],
    ['partner', 'sure', 'active', '2020 – ongoing'],
    ['chairperson', 'over', 'former', '2010–2012'],
  ])
})

test('the map without networks has only SIMI', () => {
  const {nodes, edges} = relationsLayout(relationsView([], 'cs'), siteTexts(null, 'cs'))
  expect(nodes.map(({name}) => name.text)).toEqual(['SIMI'])
  expect(edges).toEqual([])
})

test('no node overlaps another, even with long names and cycles', () => {
  const host = {_type: 'network', ...network('two')} as RelationsRow['host']
  const rows = [
    network('one', {
      name: {en: 'A network with a name '.repeat(9)},
      host,
      memberships: [{_id: 'a', member: simi}],
    }),
    network('two', {host: {_type: 'network', ...network('one')} as RelationsRow['host']}),
    network('three', {name: {en: 'شبكة مختلقة'}, memberships: [{_id: 'b', member: simi, role: 'partner'}]}),
  ]
  const {nodes, edges, width, height} = relationsLayout(relationsView(rows, 'en'), siteTexts(null, 'en'))
  expect(nodes).toHaveLength(4)
  expect(edges).toHaveLength(4)
  // The long name has room for all of its lines.
  expect(nodes.find(({id}) => id === 'one')?.height).toBeGreaterThan(250)
  for (const [index, one] of nodes.entries()) {
    expect(one.x + one.width / 2).toBeLessThanOrEqual(width)
    expect(one.y + one.height / 2).toBeLessThanOrEqual(height)
    for (const other of nodes.slice(index + 1)) {
      const isSeparate =
        Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
        Math.abs(one.y - other.y) >= (one.height + other.height) / 2
      expect(isSeparate, `${one.id} and ${other.id}`).toBe(true)
    }
  }
})
