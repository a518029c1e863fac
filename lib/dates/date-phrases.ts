import type {Locale} from '../i18n/locales.ts'
import {formatPartialDate} from './partial-date.ts'

const prepositions = {
  cs: {since: 'od', until: 'do'},
  en: {since: 'since', until: 'until'},
} as const

/** The words that `formatPartialDate` writes in the nominative, and their genitive. */
const genitives: Record<string, string> = {
  leden: 'ledna',
  únor: 'února',
  březen: 'března',
  duben: 'dubna',
  květen: 'května',
  červen: 'června',
  červenec: 'července',
  srpen: 'srpna',
  říjen: 'října',
  listopad: 'listopadu',
  prosinec: 'prosince',
  jaro: 'jara',
  léto: 'léta',
  podzim: 'podzimu',
  zima: 'zimy',
  začátek: 'začátku',
  konec: 'konce',
  polovina: 'poloviny',
}

/** "kolem" takes a genitive itself and can't follow a preposition. */
const czechDoubt = /^(pravděpodobně|přibližně|kolem) /

const inGenitive = (text: string) => text.replace(/\p{L}+/gu, (word) => genitives[word] ?? word)

/**
 * A partial date as a phrase: "od léta 2010", "přibližně do prosince 2024", "since summer 2010". Text that is
 * not a date is repeated unchanged, so that a list shows what was typed.
 */
export function datePhrase(end: 'since' | 'until', edtf: string, locale: Locale): string {
  const preposition = prepositions[locale][end]
  const text = formatPartialDate(edtf, locale) ?? edtf
  if (locale === 'en') return `${preposition} ${text}`
  const doubt = czechDoubt.exec(text)?.[1]
  const date = inGenitive(doubt ? text.slice(doubt.length + 1) : text)
  const adverb = doubt === 'kolem' ? 'přibližně' : doubt
  return [adverb, preposition, date].filter(Boolean).join(' ')
}
