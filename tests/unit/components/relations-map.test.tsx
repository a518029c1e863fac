// @vitest-environment jsdom
import {cleanup, render, screen, within} from '@testing-library/react'
import {afterEach, expect, test} from 'vitest'
import {RelationsList} from '#components/relations-list.tsx'
import {RelationsMap} from '#components/relations-map.tsx'
import {siteTexts} from '#lib/content/site-texts.ts'
import {type RelationsRow, relationsView} from '#lib/relations/relations-view.ts'

afterEach(cleanup)

const texts = siteTexts(null, 'cs')

const network = (id: string, rest: Partial<RelationsRow> = {}): RelationsRow => ({
  _id: id,
  name: {cs: `Síť ${id}`},
  slug: {cs: {current: id}},
  level: 'czech',
  relationKind: 'network',
  ...rest,
})

const rows = [
  network('prvni', {
    host: {
      _type: 'organization',
      _id: 'rada',
      name: {cs: 'Rada'},
      parent: {_type: 'network', ...network('druha')},
    },
    memberships: [
      {
        _id: 'clenstvi',
        member: {_type: 'person', _id: 'osoba', name: 'Jana Vymyšlená', grammaticalGender: 'feminine'},
        onBehalfOf: {_type: 'organization', _id: 'organization-simi', name: {cs: 'SIMI'}},
        role: 'chair',
      },
    ],
  }),
  network('druha', {host: {_type: 'network', ...network('prvni')}}),
]

test('the list has every node of the map, and each of its edges once, even in a cycle', () => {
  const relations = relationsView(rows, 'cs')
  const edit = ({id}: {id: string}, path: string) => `${id} ${path}`
  render(
    <>
      <RelationsMap relations={relations} locale="cs" texts={texts} edit={edit} />
      <RelationsList relations={relations} locale="cs" edit={edit} />
    </>,
  )
  const map = screen.getByRole('region')
  const list = screen.getByRole('heading', {name: 'Totéž jako seznam'}).parentElement as HTMLElement
  for (const part of [map, list]) {
    const words = part.textContent?.replaceAll('\u00a0', ' ')
    for (const {name} of relations.nodes) expect(words).toContain(name.text)
    for (const {label} of relations.edges) expect(words).toContain(label.text)
    expect(
      within(part)
        .getAllByRole('link', {name: /Síť prvni/})[0]
        ?.getAttribute('href'),
    ).toBe('/cs/nase-clenstvi/ceske-site/prvni')
  }
  expect(relations.edges.map(({label}) => label.text)).toEqual([
    'předsedkyně',
    'zastupuje je',
    'je součástí',
    'poskytuje zázemí',
    'poskytuje zázemí',
  ])
  for (const part of [map, list])
    expect(part.querySelectorAll('[data-sanity="clenstvi role"]')).toHaveLength(1)
  expect(list.querySelectorAll('ul ul li')).toHaveLength(relations.edges.length)
})

test('a name on the map is printed in full, typeset, as HTML so that the browser breaks its lines', () => {
  const name = `Pracovní skupina k migraci ${'v'.repeat(73)}`
  const relations = relationsView([network('dlouha', {name: {cs: name}})], 'cs')
  render(<RelationsMap relations={relations} locale="cs" texts={texts} edit={() => undefined} />)
  const words = document.querySelector('.network .box > span:last-child')?.textContent
  expect(words).toBe(`Pracovní skupina k\u00a0migraci ${'v'.repeat(73)}`)
  expect(document.querySelectorAll('.relations text')).toHaveLength(0)
})
