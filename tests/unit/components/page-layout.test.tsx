// @vitest-environment jsdom
import {cleanup, render, screen} from '@testing-library/react'
import {afterEach, expect, test} from 'vitest'
import {NotFoundPage} from '#components/not-found.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {siteTexts} from '#lib/content/site-texts.ts'

afterEach(cleanup)

const layout = (
  <PageLayout
    locale="cs"
    path="/cs/nase-clenstvi/ceske-site"
    alternate="/en/our-membership/czech-networks"
    breadcrumbs={[{href: '/cs/nase-clenstvi', label: 'Naše členství'}]}
    title="České sítě"
    texts={siteTexts(null, 'cs')}
  />
)

test('has one main landmark, and the first link skips to it', () => {
  render(layout)
  const main = screen.getByRole('main')
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe(`#${main.id}`)
})

test('has no id that could be the slug of a network: slugs are ids on group pages', () => {
  const {container} = render(layout)
  const ids = [...container.querySelectorAll('[id]')].map(({id}) => id)
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids) expect(id).not.toMatch(/^[a-z0-9-]+$/)
})

test('the menu opens without script: the button names the navigation that it shows', () => {
  const {container} = render(layout)
  const target = screen.getByRole('button', {name: 'Menu'}).getAttribute('popovertarget')
  expect(container.querySelector('nav[popover][aria-label="Hlavní"]')?.id).toBe(target)
})

test('sets aria-current on the link to the current page only', () => {
  const {container} = render(layout)
  const current = [...container.querySelectorAll('[aria-current]')]
  expect(current.map(({textContent}) => textContent)).toEqual(['České sítě'])
})

test('links to the alternate, with lang and hreflang', () => {
  render(layout)
  const link = screen.getByRole('link', {name: 'English'})
  expect(link.getAttribute('href')).toBe('/en/our-membership/czech-networks')
  expect([link.getAttribute('lang'), link.getAttribute('hreflang')]).toEqual(['en', 'en'])
})

test('gives each navigation its own label', () => {
  render(layout)
  expect(
    screen.getAllByRole('navigation', {hidden: true}).map((node) => node.getAttribute('aria-label')),
  ).toEqual(['Hlavní', 'Kde jste'])
})

test('a 404 page has text in its language and links to other pages', () => {
  render(<NotFoundPage locale="cs" texts={siteTexts(null, 'cs')} />)
  expect(screen.getByRole('heading', {level: 1}).textContent).toBe('Stránka nenalezena')
  const links = screen.getByRole('main').querySelectorAll('a')
  expect([...links].map((link) => link.getAttribute('href'))).toEqual([
    '/cs',
    '/cs/nase-clenstvi',
    '/cs/nase-clenstvi/ceske-site',
    '/cs/nase-clenstvi/evropske-site',
    '/cs/nase-clenstvi/zahranicni-partneri',
  ])
})
