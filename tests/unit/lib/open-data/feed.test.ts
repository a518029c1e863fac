// @vitest-environment jsdom
import {expect, test} from 'vitest'
import {type ChangeRow, changesFeed} from '#lib/open-data/feed.ts'
import {printable} from '#lib/parsing/printable.ts'

const atom = 'http://www.w3.org/2005/Atom'

function read(rows: ChangeRow[], siteUrl = 'https://site.test') {
  const document = new DOMParser().parseFromString(changesFeed(rows, {siteUrl, locale: 'cs'}), 'text/xml')
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined()
  expect(document.documentElement.namespaceURI).toBe(atom)
  return document
}

const row = (name: string, summary: string): ChangeRow => ({
  _id: 'network-a',
  level: 'czech',
  name: {cs: name},
  summary: {cs: summary},
  slug: {cs: {current: 'a'}},
  changes: ['2026-01-02T03:04:05Z'],
})

test.each([
  '‹děti> & <b>rodiče</b>',
  '<script>alert(1)</script>',
  '&copy; &amp; &lt; &#60;',
  `"double" and 'single'`,
  'end of CDATA ]]> here',
  '<![CDATA[x]]> <!-- y --> <?z?>',
  'emoji 👩‍👩‍👧 and 🌍',
  'שלום عربي',
  'two\nlines\tand a tab',
  'a\u00A0no-break space',
])('a feed reader shows %j literally as title and summary', (text) => {
  const entry = read([row(text, text)]).querySelector('entry')
  for (const name of ['title', 'summary']) {
    const element = entry?.getElementsByTagNameNS(atom, name)[0]
    expect(element?.textContent).toBe(text)
    expect(element?.getAttribute('type') ?? 'text').toBe('text')
  }
})

// sanity/server/fetch.ts cleans every answer with `printable`.
test('characters that XML forbids do not make the feed unreadable', () => {
  const nasty = Array.from({length: 32}, (_, code) => String.fromCharCode(code)).join('')
  const rows = [row(`A${nasty}\uD800\uFFFE\uFFFFB`, 'první\u000Bdruhý')]
  const entry = read(printable(rows)).querySelector('entry')
  expect(entry?.querySelector('title')?.textContent.replace(/\s+/g, ' ')).toBe('A B')
  expect(entry?.querySelector('summary')?.textContent).toBe('první druhý')
})

test('the feed has the elements that Atom requires, and URLs are escaped once', () => {
  const feed = read([row('A', '')], 'https://site.test/?a=1&b="2"')
  expect(feed.documentElement.getAttribute('xml:lang')).toBe('cs')
  for (const path of ['feed > id', 'feed > title', 'feed > updated', 'author > name']) {
    expect(feed.querySelector(path)?.textContent, path).toBeTruthy()
  }
  expect(feed.querySelector('link[rel=self]')?.getAttribute('href')).toBe(
    'https://site.test/?a=1&b="2"/cs/feed.xml',
  )
  const entry = feed.querySelector('entry')
  expect(entry?.querySelector('link')?.getAttribute('href')).toBe(
    'https://site.test/?a=1&b="2"/cs/nase-clenstvi/ceske-site/a',
  )
  expect(entry?.querySelector('updated')?.textContent).toBe('2026-01-02T03:04:05.000Z')
  expect(entry?.querySelector('summary')).toBeNull()
})

test('a text in the other language has xml:lang', () => {
  const entry = read([{...row('A', ''), summary: {en: 'English'}}]).querySelector('entry')
  expect(entry?.querySelector('summary')?.getAttribute('xml:lang')).toBe('en')
  expect(entry?.querySelector('title')?.hasAttribute('xml:lang')).toBe(false)
})

test('a feed without entries is valid', () => {
  expect(read([]).querySelectorAll('entry')).toHaveLength(0)
  expect(read([]).querySelector('updated')?.textContent).toBe('1970-01-01T00:00:00.000Z')
})
