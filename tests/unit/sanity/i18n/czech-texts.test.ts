import {beforeAll, expect, test} from 'vitest'
import {studioTexts, type Texts} from './studio-texts.ts'
import {untranslated} from './untranslated.ts'

let english: Texts
let czech: Texts

beforeAll(async () => {
  ;({english, czech} = await studioTexts())
})

const isExpected = (key: string) => untranslated.some(({keys}) => keys.test(key))
const plural = /_(one|other)$/

test('every text of the Studio has a Czech one, also for two, three and four', () => {
  expect(english.size).toBeGreaterThan(1500)
  const wanted = [...english.keys()].flatMap((key) =>
    key.endsWith('_other') && english.has(key.replace(plural, '_one'))
      ? ['_one', '_few', '_other'].map((form) => key.replace(plural, form))
      : [key],
  )
  const missing = wanted.filter((key) => !czech.has(key) && !isExpected(key))
  expect(missing.map((key) => `${key}: ${english.get(key)}`)).toEqual([])
})

test('no Czech text is the English one, if it has words', () => {
  const same = [...czech].filter(([key, text]) => {
    const words = text.replace(/<[^>]*>|\{\{[^}]*\}\}|\$t\([^)]*\)/g, '')
    return english.get(key) === text && /\p{L}{2}/u.test(words) && !isExpected(key)
  })
  expect(same).toEqual([])
})

test('a Czech text has no placeholder that the English one lacks', () => {
  const placeholders = (text: string) => text.match(/\{\{[^},]*|<\w+/g) ?? []
  const wrong = [...czech].flatMap(([key, text]) => {
    const originals = [key, key.replace(/_(one|few|many)$/, '_other')].map((name) => english.get(name) ?? '')
    const unknown = placeholders(text).filter(
      (part) => !originals.some((original) => original.includes(part)),
    )
    return unknown.length > 0 && originals.some(Boolean) ? [`${key}: ${unknown.join(' ')}`] : []
  })
  expect(wrong).toEqual([])
})

test('one word for one thing: zveřejnit, koncept and adresa stránky', () => {
  const others = [...czech].filter(([key, text]) => {
    const words = text.replace(/<[^>]*>|\{\{[^}]*\}\}/g, '')
    return /publik|\bslug|\bnávrh|\breleas|\bdraft|\bpreview/i.test(words) && !isExpected(key)
  })
  expect(others).toEqual([])
})
