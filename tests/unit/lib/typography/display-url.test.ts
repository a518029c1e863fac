import {expect, test} from 'vitest'
import {safeUrl} from '#lib/parsing/safe-url.ts'
import {displayUrl} from '#lib/typography/display-url.ts'

const shown = (typed: string) => displayUrl(safeUrl(typed) ?? '')

test.each([
  ['https://www.picum.org/', 'picum.org'],
  ['https://icpraha.com/sitovani/', 'icpraha.com/sitovani/'],
  ['https://www.háčkyčárky.cz/Sdružení', 'háčkyčárky.cz/Sdružení'],
  ['https://xn--hkyrky-ptac70bc.cz/Sdru%C5%BEen%C3%AD?q=%C5%99#%C4%8D', 'háčkyčárky.cz/Sdružení?q=ř#č'],
  ['https://www.straße.de/größe', 'straße.de/größe'],
  ['https://łódź.pl/', 'łódź.pl'],
  ['https://мережа.укр/допомога', 'мережа.укр/допомога'],
  ['https://例え.jp/', '例え.jp'],
  ['https://example.org:8080/a', 'example.org:8080/a'],
  ['https://user:secret@example.org/', 'example.org'],
  ['mailto:simi@example.org', 'simi@example.org'],
  ['tel:+420123456789', '+420123456789'],
  ['http://[2001:db8::1]/x', '[2001:db8::1]/x'],
])('%s is shown as %s', (typed, expected) => {
  expect(shown(typed)).toBe(expected)
})

test.each([
  [
    'a slash, a question mark, a hash and a percent sign',
    'https://a.org/x%2Fy%3Fz%23%25',
    'a.org/x%2Fy%3Fz%23%25',
  ],
  ['a space', 'https://a.org/a%20b%C2%A0c', 'a.org/a%20b%C2%A0c'],
  ['a control character', 'https://a.org/a%00%C2%85', 'a.org/a%00%C2%85'],
  ['a bidirectional control character', 'https://a.org/%E2%80%AEgro.kcab', 'a.org/%E2%80%AEgro.kcab'],
  ['an invisible character', 'https://a.org/a%E2%80%8Bb', 'a.org/a%E2%80%8Bb'],
  ['right-to-left letters', 'https://a.org/%D7%A9%D7%9C', 'a.org/%D7%A9%D7%9C'],
  ['an incomplete UTF-8 sequence', 'https://a.org/%C5/%C5%BE', 'a.org/%C5/ž'],
  ['an invalid percent encoding', 'https://a.org/%ZZ%', 'a.org/%ZZ%'],
])('%s stays encoded', (_what, url, expected) => {
  expect(shown(url)).toBe(expected)
})

test.each([
  ['Cyrillic letters that look like "apple"', 'https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
  ['Latin and Cyrillic together', 'https://раypal.com/', 'xn--ypal-43d9g.com'],
  ['Greek letters that look Latin', 'https://αυτο.com/', 'xn--mxa2aod.com'],
  ['a phonetic letter that looks like "a"', 'https://ɑpple.com/', 'xn--pple-p5b.com'],
  ['Hebrew', 'https://שלום.com/', 'xn--9dbne9b.com'],
])('a host name of %s stays in Punycode', (_what, url, expected) => {
  expect(shown(url)).toBe(expected)
})

test('a displayed URL, typed in, is the same URL', () => {
  for (const url of [
    'https://www.háčkyčárky.cz/Sdružení?a=ž#č',
    'https://мережа.укр/x%2Fy',
    'https://例え.jp/',
  ]) {
    expect(safeUrl(`https://${shown(url)}`)).toBe(safeUrl(url.replace('www.', '')))
  }
})
