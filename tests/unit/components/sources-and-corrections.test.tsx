// @vitest-environment jsdom
import {cleanup, render, screen} from '@testing-library/react'
import {afterEach, expect, test} from 'vitest'
import {NetworkContent} from '#components/network-content.tsx'
import {Sources} from '#components/sources-and-corrections.tsx'
import {networkView} from '#lib/content/network-view.ts'

afterEach(cleanup)

const source = (id: string) => ({_id: id, title: `Report ${id}`, url: `https://example.org/${id}`})

const network = networkView(
  {
    _id: 'network-a',
    name: {en: 'A'},
    slug: {en: {current: 'a'}},
    level: 'czech',
    events: [
      {_key: '1', date: '2001', text: {en: 'Began'}, source: source('first')},
      {_key: '2', date: '2002', text: {en: 'Grew'}, source: source('second')},
    ],
    counts: [{_key: '3', value: 64, unit: 'organisations', asOf: '2012~', source: source('second')}],
  },
  'en',
)
const show = () =>
  render(
    <>
      <NetworkContent network={network} locale="en" edit={() => undefined} />
      <Sources sources={network.sources} locale="en" edit={() => undefined} />
    </>,
  )

test('a fact cites its source by number, a count by name', () => {
  const {container} = show()
  const cited = screen.getAllByRole('link', {name: /^source ?\d$/}).map((link) => link.getAttribute('href'))
  expect(cited).toEqual(['#source-2', '#source-1'])
  expect(container.querySelector('#source-1')?.textContent).toContain('Report second')
  expect(screen.getByText(/according to/).textContent).toBe(' (about 2012, according to Report second)')
})
