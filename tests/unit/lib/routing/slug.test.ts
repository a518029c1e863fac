import {expect, test} from 'vitest'
import {slugOf} from '#lib/routing/slug.ts'
import {localeSlug} from '#sanity/schemas/objects/locale-slug.ts'
import {problemsOf} from '../../sanity/schemas/validate.ts'
import {seed} from '../../sanity/seed/seed.ts'

test.each([
  ['Výbor pro práva cizinců', 'vybor-pro-prava-cizincu'],
  ['  PICUM – platform (2001) ', 'picum-platform-2001'],
  ['Großes Netzwerk', 'grosses-netzwerk'],
  ['Łódzka sieć', 'lodzka-siec'],
  ['Ærø og Þór', 'aero-og-thor'],
  ['Українська мережа', 'ukrayinska-merezha'],
  ['Ελληνικό δίκτυο', 'elliniko-diktyo'],
  ['Hội người Việt', 'hoi-nguoi-viet'],
  ['Lidé & hory', 'lide-hory'],
  ['DofE a OPU', 'dofe-a-opu'],
  ['Česko'.normalize('NFD'), 'cesko'],
  ['Síť 🌍 pomoci\u0000', 'sit-pomoci'],
  ['…', ''],
  ['移民', ''],
  ['\uD800', ''],
])('the slug of "%s" is "%s"', (name, expected) => {
  expect(slugOf(name)).toBe(expected)
})

test('a long slug is cut at the end of a word, or at 80 characters if it is one word', () => {
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
  expect(slugOf(`${'a'.repeat(80)} b`)).toBe('a'.repeat(80))
  expect(slugOf('abcdefghi '.repeat(9))).toBe('abcdefghi-'.repeat(8).slice(0, -1))
  expect(slugOf(`${'slovo '.repeat(12)}nejdelšího slova`)).toBe('slovo-'.repeat(12).slice(0, -1))
  expect(slugOf('x'.repeat(100))).toBe('x'.repeat(80))
})

test('the Generate button says what to do when no slug is possible', () => {
  for (const field of localeSlug.fields.filter(({type}) => type === 'slug')) {
    const {slugify} = field.options as {slugify: (name: string) => string}
    expect(slugify('Łódzka sieć')).toBe('lodzka-siec')
    expect(() => slugify('移民')).toThrow(/a–z/)
  }
})

test('the slugs of the seed are valid', async () => {
  for (const network of seed.filter(({_type}) => _type === 'network')) {
    expect((await problemsOf(network)).filter((problem) => problem.includes('slug'))).toEqual([])
  }
})
