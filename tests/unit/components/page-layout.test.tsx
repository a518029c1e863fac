// @vitest-environment jsdom
import {cleanup, render, screen} from '@testing-library/react'
import {afterEach, expect, test} from 'vitest'
import {NotFoundPage} from '#components/not-found.tsx'
import {PageLayout} from '#components/page-layout.tsx'

afterEach(cleanup)

const frame = (
  <PageLayout
    locale="cs"
    path="/cs/nase-clenstvi/ceske-site"
    alternate="/en/our-membership/czech-networks"
    breadcrumbs={[{href: '/cs/nase-clenstvi', label: 'Naše členství'}]}
    title="České sítě"
  />
)

test('has one main landmark, and the first link leads to it', () => {
  render(frame)
  const main = screen.getByRole('main')
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe(`#${main.id}`)
})

test('no id of it can be the slug of a network, which is an id on the page of a group', () => {
  const {container} = render(frame)
  const ids = [...container.querySelectorAll('[id]')].map(({id}) => id)
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids) expect(id).not.toMatch(/^[a-z0-9-]+$/)
})

test('marks the page the visitor is on, and only that', () => {
  const {container} = render(frame)
  const current = [...container.querySelectorAll('[aria-current]')]
  expect(current.map(({textContent}) => textContent)).toEqual(['České sítě'])
})

test('leads to the same page in the other language, in that language’s own words', () => {
  render(frame)
  const link = screen.getByRole('link', {name: 'English'})
  expect(link.getAttribute('href')).toBe('/en/our-membership/czech-networks')
  expect([link.getAttribute('lang'), link.getAttribute('hreflang')]).toEqual(['en', 'en'])
})

test('tells its navigations apart by name', () => {
  render(frame)
  expect(screen.getAllByRole('navigation').map((node) => node.getAttribute('aria-label'))).toEqual([
    'Hlavní',
    'Kde jste',
  ])
})

test('a page that is not there says so in its language and has ways on', () => {
  render(<NotFoundPage locale="cs" />)
  expect(screen.getByRole('heading', {level: 1}).textContent).toBe('Stránka nenalezena')
  const ways = screen.getByRole('main').querySelectorAll('a')
  expect([...ways].map((link) => link.getAttribute('href'))).toEqual([
    '/cs',
    '/cs/nase-clenstvi',
    '/cs/nase-clenstvi/ceske-site',
    '/cs/nase-clenstvi/evropske-site',
    '/cs/nase-clenstvi/zahranicni-partneri',
  ])
})
