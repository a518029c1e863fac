// @vitest-environment jsdom
import {cleanup, render, screen, within} from '@testing-library/react'
import {afterEach, expect, test} from 'vitest'
import {TimelinePicture} from '#components/timeline-picture.tsx'
import {TimelineTable} from '#components/timeline-table.tsx'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {type TimelineRow, timelineView} from '#lib/timeline/timeline-view.ts'

afterEach(cleanup)

const none: EditAttribute = () => undefined

const madeUp: TimelineRow[] = [
  {
    _id: 'first',
    name: {en: 'First made-up network'},
    slug: {en: {current: 'first'}},
    events: [
      {_key: 'a', kind: 'founded', date: '2003', source: {title: 'Yearbook'}},
      {_key: 'b', kind: 'founded', date: '2000-09', source: {title: 'Bulletin'}},
      {_key: 'c', kind: 'memorandum-changed', date: '2010-22', text: {en: 'A new memorandum'}},
    ],
    memberships: [
      {
        _id: 'm',
        member: {_type: 'person', name: 'Jan Vymyšlený'},
        role: 'chair',
        since: '2015',
        status: 'unknown',
      },
    ],
  },
  {
    _id: 'second',
    name: {en: 'Second made-up network'},
    slug: {en: {current: 'second'}},
    memberships: [
      {
        _id: 'n',
        member: {_type: 'organization', name: {en: 'Made-up body'}},
        since: '2016?',
        status: 'active',
      },
    ],
  },
  {_id: 'third', name: {en: 'Third made-up network'}, slug: {en: {current: 'third'}}},
]

function show(rows: TimelineRow[], edit = none) {
  const view = timelineView(rows, 'en', new Date('2026-07-02T00:00:00Z'))
  render(
    <>
      <TimelinePicture view={view} locale="en" edit={edit} />
      <TimelineTable view={view} locale="en" edit={edit} />
    </>,
  )
  return view
}

test('the table has every date of the picture, under the same network', () => {
  const {networks, undated} = show(madeUp)
  expect(networks.map(({facts}) => facts.length)).toEqual([4, 1])
  const pictures = screen.getAllByRole('img')
  expect(pictures).toHaveLength(networks.length)
  const table = screen.getByRole('table')
  for (const [index, network] of networks.entries()) {
    const rows = within(table).getAllByRole('rowgroup')[index + 1] as HTMLElement
    expect(within(rows).getByRole('link', {name: network.name.text}).getAttribute('href')).toBe(network.href)
    const dates = within(rows)
      .getAllByRole('rowheader')
      .slice(1)
      .map((cell) => cell.textContent?.replaceAll('\u00a0', ' '))
    expect(dates).toEqual(network.facts.map(({when}) => when.replaceAll('\u00a0', ' ')))
    const words = pictures[index]?.textContent?.replaceAll('\u00a0', ' ')
    for (const {title, details} of network.facts) {
      for (const line of [title, ...details]) expect(words).toContain(line.text.replaceAll('\u00a0', ' '))
    }
  }
  for (const {name, href} of undated)
    expect(screen.getByRole('link', {name: name.text}).getAttribute('href')).toBe(href)
})

test('the legend explains the marks in the picture and no others', () => {
  show(madeUp)
  const legend = () => [...document.querySelectorAll('.legend li')].map((item) => item.textContent)
  expect(legend()).toEqual([
    expect.stringMatching(/^an event/),
    'SIMI’s role',
    expect.stringMatching(/^not confirmed/),
    'began or ended within this time',
    'probably',
    'beginning or end unknown',
    'goes on',
  ])
  cleanup()
  show([
    {
      ...madeUp[0],
      memberships: [],
      events: [{_key: 'a', date: '2003', kind: 'founded', source: {title: 'Y'}}],
    },
  ])
  expect(legend()).toEqual([expect.stringMatching(/^an event/)])
})

test('a long name and a right-to-left name are printed in full, and names and marks have data-sanity in a preview', () => {
  const name = `${'A made-up network '.repeat(11)}1`
  const rows = [
    {
      _id: 'a',
      name: {en: name},
      slug: {en: {current: 'a'}},
      events: [{_key: 'k', kind: 'founded', date: '2010'}],
    },
    {
      _id: 'b',
      name: {en: 'شبكة مختلقة'},
      slug: {en: {current: 'b'}},
      events: [{_key: 'k', date: '2012~', text: {en: 'x'}}],
    },
  ]
  show(rows, ({id}, path) => `${id} ${path}`)
  expect(screen.getAllByRole('heading')[0]?.textContent?.replaceAll('\u00a0', ' ')).toBe(name)
  expect(screen.getAllByText('شبكة مختلقة')[0]?.tagName).toBe('BDI')
  const targets = [...document.querySelectorAll('figure [data-sanity]')].map((each) =>
    each.getAttribute('data-sanity'),
  )
  expect(targets).toEqual(['a name.en', 'a events[_key=="k"]', 'b name.en', 'b events[_key=="k"]'])
})

test('a label is typeset and printed in full beside its mark', () => {
  const address = `https://example.org/${'x'.repeat(79)}`
  const rows = [
    {
      _id: 'a',
      name: {en: 'Made up'},
      slug: {en: {current: 'a'}},
      events: [
        {_key: 'k', date: '2010-08-31', text: {en: `A note on § 5: ${address}`}},
        {_key: 'l', kind: 'founded', date: '2000', text: {en: 'Founded'}},
      ],
    },
  ]
  const {networks} = show(rows)
  const words = [...document.querySelectorAll('.words')]
  expect(words.map((each) => each.querySelector('span')?.textContent)).toEqual([
    'Founded',
    `A\u00a0note on §\u00a05: ${address}`,
  ])
  for (const [index, {row}] of (networks[0]?.facts ?? []).entries()) {
    const share = row.anchor === 'start' ? row.at : 100 - row.at
    expect(words[index]?.querySelector('svg')?.getAttribute('width')).toBe(`${share}%`)
  }
})
