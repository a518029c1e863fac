// @vitest-environment jsdom

import {expect, test} from 'vitest'
import type {AddressRow} from '#lib/content/address-view.ts'
import {changeKinds} from '#lib/content/change-record.ts'
import {siteTexts} from '#lib/content/site-texts.ts'
import {locales} from '#lib/i18n/locales.ts'
import {type ChangeRecordRow, changesFeed, MAX_ENTRIES} from '#lib/open-data/feed.ts'
import {printable} from '#lib/parsing/printable.ts'

const atom = 'http://www.w3.org/2005/Atom'

function read(
  networks: AddressRow[],
  records: ChangeRecordRow[] = [],
  locale: 'cs' | 'en' = 'cs',
  siteUrl = 'https://site.test',
) {
  const feed = changesFeed({networks, records}, {siteUrl, locale, site: siteTexts(null, locale).site})
  const document = new DOMParser().parseFromString(feed, 'text/xml')
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined()
  expect(document.documentElement.namespaceURI).toBe(atom)
  return document
}

const texts = (feed: Document, selector: string) =>
  [...feed.querySelectorAll(selector)].map(({textContent}) => textContent)

const network = (name: string, rest: object = {}): AddressRow => ({
  _id: 'network-a',
  level: 'czech',
  name: {cs: name},
  slug: {cs: {current: 'a'}, en: {current: 'a'}},
  changes: ['2026-01-02T03:04:05Z'],
  ...rest,
})

const record = (rest: object = {}): ChangeRecordRow => ({
  _id: 'change-1',
  _createdAt: '2026-01-02T03:04:06Z',
  networkId: 'network-a',
  networkName: {cs: 'Dřívější název', en: 'Earlier name'},
  parts: [{kind: 'role-confirmed'}, {kind: 'sources', count: 2}],
  ...rest,
})

test('a recorded change is one entry that says what changed, in both languages', () => {
  for (const [locale, title, path] of [
    ['cs', 'PICUM: trvání role SIMI potvrzeno, přidané zdroje: 2', 'cs/nase-clenstvi/ceske-site/a'],
    ['en', 'PICUM: status of SIMI’s role confirmed, sources added: 2', 'en/our-membership/czech-networks/a'],
  ] as const) {
    const feed = read([network('PICUM')], [record()], locale)
    expect(texts(feed, 'entry > title').map((text) => text?.replaceAll('\u00a0', ' '))).toEqual([title])
    expect(texts(feed, 'entry > id')).toEqual([`tag:site.test,2026:${locale}:change-1`])
    expect(texts(feed, 'updated')).toEqual(['2026-01-02T03:04:06.000Z', '2026-01-02T03:04:06.000Z'])
    expect(feed.querySelector('entry > link')?.getAttribute('href')).toBe(`https://site.test/${path}`)
  }
})

test('a network that was removed is still announced, with the name that it had', () => {
  const feed = read([], [record({parts: [{kind: 'removed'}]})])
  expect(texts(feed, 'entry > title')).toEqual(['Dřívější název: odebráno z\u00a0tohoto webu'])
  expect(feed.querySelector('entry > link')?.getAttribute('href')).toBe('https://site.test/cs/nase-clenstvi')
})

test('a network without a page in this language is not announced in it', () => {
  const onlyCzech = network('A', {slug: {cs: {current: 'a'}}})
  expect(read([onlyCzech], [record()], 'en').querySelectorAll('entry')).toHaveLength(0)
})

test('a change that was not recorded is an entry of its own, until a later one is recorded', () => {
  const old = record({_createdAt: '2025-01-01T00:00:00Z'})
  expect(texts(read([network('A')], [old]), 'entry > title')).toEqual([
    'A: stránka změněna',
    expect.stringContaining('potvrzeno'),
  ])
  expect(texts(read([network('A')]), 'entry > id')).toEqual(['tag:site.test,2026:cs:network-a'])
  expect(read([network('A')], [record()]).querySelectorAll('entry')).toHaveLength(1)
})

test('entries are sorted by time, newest first, and limited', () => {
  const records = Array.from({length: MAX_ENTRIES + 5}, (_, index) =>
    record({_id: `change-${index}`, _createdAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString()}),
  )
  const updated = texts(read([network('A')], records), 'entry > updated')
  expect(updated).toHaveLength(MAX_ENTRIES)
  expect(updated).toEqual(updated.toSorted().toReversed())
})

test('every kind of change has words in both languages', () => {
  for (const locale of locales) {
    for (const kind of changeKinds) {
      const [title] = texts(read([network('A')], [record({parts: [{kind}]})], locale), 'entry > title')
      expect(title, kind).not.toContain({cs: 'stránka', en: 'page'}[locale])
    }
  }
})

test('a malformed record is left out, and one of a kind that is not known says that the page changed', () => {
  const log = console.error
  console.error = () => undefined
  const feed = read(
    [network('A')],
    [
      record({_createdAt: 'soon'}),
      record({_id: null}),
      record({networkId: 5}),
      record({parts: [{kind: 'from-the-future'}]}),
    ],
  )
  console.error = log
  expect(texts(feed, 'entry > title')).toEqual(['A: stránka změněna'])
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
])('a feed reader shows %j literally in a title', (text) => {
  const title = read([network(text)])
    .querySelector('entry')
    ?.getElementsByTagNameNS(atom, 'title')[0]
  expect(title?.textContent).toBe(`${text}: stránka změněna`)
  expect(title?.getAttribute('type') ?? 'text').toBe('text')
})

// sanity/server/fetch.ts cleans every answer with `printable`.
test('characters that XML forbids do not make the feed unreadable', () => {
  const nasty = Array.from({length: 32}, (_, code) => String.fromCharCode(code)).join('')
  const rows = [network(`A${nasty}\uD800\uFFFE\uFFFFB`)]
  const entry = read(printable(rows)).querySelector('entry')
  expect(entry?.querySelector('title')?.textContent.replace(/\s+/g, ' ')).toBe('A B: stránka změněna')
})

test('the feed has the elements that Atom requires, and URLs are escaped once', () => {
  const feed = read([network('A')], [], 'cs', 'https://site.test/?a=1&b="2"')
  expect(feed.documentElement.getAttribute('xml:lang')).toBe('cs')
  for (const path of ['feed > id', 'feed > title', 'feed > updated', 'author > name']) {
    expect(feed.querySelector(path)?.textContent, path).toBeTruthy()
  }
  expect(feed.querySelector('link[rel=self]')?.getAttribute('href')).toBe(
    'https://site.test/?a=1&b="2"/cs/feed.xml',
  )
  const entry = feed.querySelector('entry')
  for (const name of ['id', 'title', 'updated', 'link'])
    expect(entry?.querySelectorAll(name), name).toHaveLength(1)
  expect(entry?.querySelector('link')?.getAttribute('href')).toBe(
    'https://site.test/?a=1&b="2"/cs/nase-clenstvi/ceske-site/a',
  )
})

test('a feed without entries is valid', () => {
  expect(read([]).querySelectorAll('entry')).toHaveLength(0)
  expect(read([]).querySelector('updated')?.textContent).toBe('1970-01-01T00:00:00.000Z')
})
