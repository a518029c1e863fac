import {yearParts} from './date-model.ts'

/**
 * Words for parts of a year and for decades, in Czech and English. The text has no diacritics, no capitals and
 * no preposition: "konci roku 2024", "1. pololeti 2012", "90. letech", "1990s".
 */

const seasonForms = ['jar[oae]|spring', 'let[oae]|lete|summer', 'podzimu?|autumn|fall', 'zim[aye]|winter']
const thirdForms = [
  '(?:zacat|pocat)(?:ek|ku|kem)|beginning|start|early',
  'polovin[aeyu]|pul|pulk[aeyu]|middle|mid',
  'konec|konce|konci|koncem|end|late',
]
const ordinals = [
  '1\\.|1st|prvni|first',
  '2\\.|2nd|druh[aeyo][hu]?|second',
  '3\\.|3rd|treti|third',
  '4\\.|4th|ctvrt[aey]|fourth',
]
const halves = 'pololeti|polovin[aeyu]|pulk[aeyu]|half'
const quarters = 'ctvrtleti|kvartal|quarter'

const ofYear = '(?:[ -](?:of|roku?|in))* ?-?(?<year>\\d{4})'
const oneOf = (forms: string[], then = '') => forms.map((each) => new RegExp(`^(?:${each})${then}${ofYear}$`))

/** "1. polovina 2012" is a half. "Polovina roku 2012" is the middle. */
const patterns = {
  season: oneOf(seasonForms),
  third: oneOf(thirdForms),
  half: oneOf(ordinals.slice(0, yearParts.half.count), ` (?:${halves})`),
  quarter: oneOf(ordinals, ` (?:${quarters})`),
} as const

/** "leto 2010" is `2010-22`. */
export function readYearPart(text: string): string | undefined {
  for (const [part, forms] of Object.entries(patterns)) {
    for (const [index, form] of forms.entries()) {
      const year = form.exec(text)?.groups?.year
      if (year) return `${year}-${yearParts[part as keyof typeof patterns].first + index}`
    }
  }
  return undefined
}

const decadeStems = [
  'nult',
  'desat',
  'dvacat',
  'tricat',
  'ctyricat',
  'padesat',
  'sedesat',
  'sedmdesat',
  'osmdesat',
  'devadesat',
]
const czechDecade = new RegExp(
  `^(?:(?<tens>\\d)0\\.|(?<stem>${decadeStems.join('|')})(?:a|ych)) let(?:a|ech)?(?: (?<century>\\d{2})\\. stoleti)?$`,
)
const englishDecade = /^(?:the )?(?<century>\d{2})?(?<tens>\d)0s$/

/**
 * "90. leta" is `199X`. Without a century, the thirties to nineties are those of the 20th. The twenties, tens
 * and noughties need their century: they may be of the 20th or the 21st.
 */
export function readDecade(text: string): string | undefined {
  const czech = czechDecade.exec(text)?.groups
  const groups = czech ?? englishDecade.exec(text)?.groups
  if (!groups) return undefined
  const tens = groups.tens ? Number(groups.tens) : decadeStems.indexOf(groups.stem ?? '')
  const counted = groups.century && Number(groups.century) - (czech ? 1 : 0)
  const hundreds = counted || (tens >= 3 ? 19 : undefined)
  return hundreds ? `${hundreds}${tens}X` : undefined
}

/** "jaro/leto 2010" is one of the months of both: EDTF has no choice of seasons. */
export function readTwoSeasons(text: string): string | undefined {
  const separated =
    /^(?<first>[a-z]+)(?: (?<firstYear>\d{4}))?(?: ?[/–-] ?| nebo | or )(?<last>[a-z]+ \d{4})$/.exec(text)
  const {first, firstYear, last = ''} = separated?.groups ?? {}
  const second = readYearPart(last)?.split('-').map(Number)
  if (!first || !second) return undefined
  const [year = 0, code = 0] = second
  const isNextYear = code === yearParts.season.first
  const own = readYearPart(`${first} ${firstYear ?? year}`)
  const expected = isNextYear ? `${year - 1}-24` : `${year}-${code - 1}`
  if (own !== expected) return undefined
  const month = yearParts.season.offset + 3 * (code - 1 - yearParts.season.first)
  const from = new Date(Date.UTC(year, month))
  const to = new Date(Date.UTC(year, month + 5))
  return `[${from.toISOString().slice(0, 7)}..${to.toISOString().slice(0, 7)}]`
}
