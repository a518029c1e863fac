import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {NetworkMark} from '#components/network-mark.tsx'

const monogramOf = (name: string) =>
  renderToStaticMarkup(<NetworkMark network={{name: {text: name}}} />).match(/<text[^>]*>(.*)<\/text>/)?.[1]

test.each([
  ['Konsorcium nevládních organizací v České republice', 'KČ'],
  ['PICUM', 'P'],
  ['síť bez velkých písmen', 'S'],
  ['شبكة', 'ش'],
  ['👩‍👩‍👧 rodiny', '👩'],
])('a network without a logo gets a monogram: %s', (name, letters) => {
  expect(monogramOf(name)).toBe(letters)
})

test('a logo is asked of this site, cropped as its editors cropped it', () => {
  const logo = {
    asset: {_ref: `image-${'a'.repeat(40)}-400x200-png`},
    crop: {top: 0, bottom: 0, left: 0.5, right: 0},
  }
  const html = renderToStaticMarkup(<NetworkMark network={{name: {text: 'PICUM'}, logo}} />)
  expect(html).toContain(`src="/images/site/media/${'a'.repeat(40)}-400x200.png?rect=200,0,200,200&amp;`)
  expect(html).toContain('alt=""')
})
