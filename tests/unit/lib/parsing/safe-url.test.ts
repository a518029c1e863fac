import {expect, test} from 'vitest'
import {safeUrl} from '#lib/parsing/safe-url.ts'

test('http, https, mailto and tel URLs are safe', () => {
  expect(safeUrl('https://picum.org')).toBe('https://picum.org/')
  expect(safeUrl(' http://www.konsorcium-nno.cz/cz/ ')).toBe('http://www.konsorcium-nno.cz/cz/')
  expect(safeUrl('mailto:a@example.org')).toBe('mailto:a@example.org')
  expect(safeUrl('tel:+420123456789')).toBe('tel:+420123456789')
})

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//evil.example',
  '/relative',
  'picum.org',
  '',
  null,
  {href: 'https://picum.org'},
])('%j is refused', (value) => {
  expect(safeUrl(value)).toBeUndefined()
})
