import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {NetworkMark} from '#components/network-mark.tsx'
import type {LogoRow} from '#lib/content/query-rows.ts'

const monogramOf = (name: string, acronym?: string) =>
  renderToStaticMarkup(<NetworkMark network={{name: {text: name}, ...(acronym && {acronym})}} />).match(
    /<text[^>]*>(.*)<\/text>/,
  )?.[1]

test.each([
  ['Konsorcium nevládních organizací v České republice', 'K'],
  ['PICUM', 'PICUM'],
  ['EUNOMAD', 'E'],
  ['síť bez velkých písmen', 'S'],
  ['شبكة', 'ش'],
  ['👩‍👩‍👧 rodiny', '👩‍👩‍👧'],
])('a network without a logo gets a monogram: %s', (name, letters) => {
  expect(monogramOf(name)).toBe(letters)
})

test('an acronym by which a body is known is its monogram, unless it is too long', () => {
  expect(monogramOf('Regionální poradní platforma', 'RPP')).toBe('RPP')
  expect(monogramOf('Regionální poradní platforma', 'REGIONPLATFORM')).toBe('R')
})

const ref = (size: string, format = 'png') => ({_ref: `image-${'a'.repeat(40)}-${size}-${format}`})
const logoOf = (logo: LogoRow) =>
  renderToStaticMarkup(<NetworkMark network={{name: {text: 'PICUM'}, logo}} />)

test('a logo comes from this site, with the editor’s crop', () => {
  const html = logoOf({asset: ref('400x200'), crop: {top: 0, bottom: 0, left: 0.5, right: 0}})
  expect(html).toContain(`src="/images/site/media/${'a'.repeat(40)}-400x200.png?rect=200,0,200,200&amp;`)
  expect(html).toContain('alt="" width="96" height="96"')
})

test('a logo has its size as attributes: a wide one, a tall one, an SVG', () => {
  expect(logoOf({asset: ref('720x180')})).toContain('width="192" height="48"')
  expect(logoOf({asset: ref('100x900')})).toContain('width="11" height="96"')
  expect(logoOf({asset: ref('24x24', 'svg')})).toContain('width="96" height="96"')
  expect(logoOf({asset: ref('720x180')})).not.toContain('rect=')
})

test('a logo that says more than the name has a text alternative, in its language', () => {
  const logo = {asset: ref('400x200')}
  const html = (logoText?: {text: string; lang?: string}) =>
    renderToStaticMarkup(<NetworkMark network={{name: {text: 'PICUM'}, logo, ...(logoText && {logoText})}} />)
  expect(html({text: 'Twenty years', lang: 'en'})).toContain('alt="Twenty years" lang="en"')
  expect(html()).toContain('alt=""')
  const cropped = {asset: ref('24x24', 'svg'), crop: {top: 0, bottom: 0.5, left: 0, right: 0}}
  expect(
    renderToStaticMarkup(
      <NetworkMark network={{name: {text: 'PICUM'}, logo: cropped, logoText: {text: 'Dvacet let'}}} />,
    ),
  ).toContain('role="img" aria-label="Dvacet let"')
})

test('a picture without area gives a monogram', () => {
  expect(logoOf({asset: ref('0x40')})).toContain('monogram')
})
