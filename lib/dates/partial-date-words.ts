import {edtfOf, modelOf, neighbour} from './date-model.ts'
import {parsePartialDate} from './partial-date.ts'
import {readDecade, readTwoSeasons, readYearPart} from './year-words.ts'

/**
 * Parses a date as people write it, in Czech or English, into EDTF: "léto 2010", "v září 2000", "asi 2012",
 * "since 2015", "2016 or 2017", "před rokem 2010". It understands at least everything that `formatPartialDate` writes, in both
 * languages.
 */

/** Removes diacritics and case, so that "zari 2000" works too. */
const normalise = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** In all Czech grammatical cases. The whole word must match: "června" is June, "července" is July. */
const months = [
  'leden|led(?:na|nu|nem)|january|jan',
  'unor(?:a|u|em)?|february|feb',
  'brezen|brez(?:na|nu|nem)|march|mar',
  'duben|dub(?:na|nu|nem)|april|apr',
  'kveten|kvet(?:na|nu|nem)|may',
  'cerven|cerv(?:na|nu|nem)|june|jun',
  'cervenec|cervenc(?:e|i|em)|july|jul',
  'srpen|srp(?:na|nu|nem)|august|aug',
  'zarim?|september|sept|sep',
  'rijen|rij(?:na|nu|nem)|october|oct',
  'listopad(?:u|em)?|november|nov',
  'prosinec|prosinc(?:e|i|em)|december|dec',
].map((forms) => new RegExp(`^(${forms})$`))

const approximate = /^(kolem|okolo|priblizne|zhruba|asi|about|around|circa|ca\.?|c\.) /
const uncertain = /^(pravdepodobne|snad|mozna|probably|perhaps|maybe) /
const filler = /^(v|ve|na|in|at|the|rok|roku|roce|r\.|year) /

const pad = (number: string | number) => String(number).padStart(2, '0')

/** The rule of POSIX for years of two digits: 69 to 99 are of the 20th century. */
const century = (year: number) => (year >= 69 ? 19 : 20)

/**
 * Whether the order of day and month can't be known: 9/8/2000 is 9 August or 8 September. With a year of two
 * digits (1/1/10), the year may come first, too.
 */
export function isAmbiguousDate(text: string): boolean {
  const [, first, second, year] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})\s*$/.exec(text) ?? []
  if (!year) return false
  return year.length === 2 || (first !== second && Number(first) <= 12 && Number(second) <= 12)
}

/** A year, month or day, without words of doubt. */
function readCore(text: string): string | undefined {
  const numbers = /^(?:(\d{1,2})[./] ?)??(?:(\d{1,2})[./] ?)?(\d{4})$/.exec(text)
  if (numbers) {
    const [, day, month, year] = numbers
    // 9/30/2000 has the month first. 9/8/2000 is ambiguous.
    const [first, second] = text.includes('/') && Number(month) > 12 ? [month, day] : [day, month]
    return [year, second && pad(second), first && pad(first)].filter(Boolean).join('-')
  }
  const short = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{2})$/.exec(text)
  if (short) {
    const [, day = '', month = '', year] = short
    return `${century(Number(year))}${year}-${pad(month)}-${pad(day)}`
  }
  const words =
    /^(?:(?<day>\d{1,2})\.? )?(?<name>[a-z]+)\.?(?: (?<dayAfter>\d{1,2}),)?(?: (?:roku|of|in))? (?<year>\d{4})$/.exec(
      text,
    )?.groups
  if (!words?.name) return undefined
  const {name, year} = words
  const day = words.day ?? words.dayAfter
  const month = months.findIndex((forms) => forms.test(name)) + 1
  return month > 0 ? [year, pad(month), day && pad(day)].filter(Boolean).join('-') : undefined
}

function readPoint(text: string): string | undefined {
  if (approximate.test(text)) {
    const point = readPoint(text.replace(approximate, ''))
    return point?.endsWith('?') ? `${point.slice(0, -1)}%` : point && `${point}~`
  }
  if (uncertain.test(text)) {
    const point = readPoint(text.replace(uncertain, ''))
    return point?.endsWith('~') ? `${point.slice(0, -1)}%` : point && `${point}?`
  }
  if (filler.test(text)) return readPoint(text.replace(filler, ''))
  if (text.endsWith('?')) return readPoint(`probably ${text.slice(0, -1).trim()}`)
  return (
    readCore(text) ?? readYearPart(text) ?? readDecade(text) ?? (parsePartialDate(text) ? text : undefined)
  )
}

const before = /^(?:pred|drive nez|before|earlier than) (?:rokem |rok )?(?:v )?(.+)$/
const after = /^(?:po|pozdeji nez|after|later than) (?:roce |rok )?(?:v )?(.+)$/
const between = /^(?:mezi|between) (?:roky |lety )?(\d{4}) (?:a|and) (\d{4})$/

/** The year, month or day so many steps from the one in words. */
function readNeighbour(text: string, steps: number): string | undefined {
  const model = modelOf(readCore(text))
  return model?.kind === 'point' ? edtfOf(neighbour(model.point.values, steps)) : undefined
}

function readRange(text: string): string | undefined {
  const [end, start, years] = [before.exec(text)?.[1], after.exec(text)?.[1], between.exec(text)]
  // "Before 2010" ends with 2009.
  if (end) return `[..${readNeighbour(end, -1)}]`
  if (start) return `[${readNeighbour(start, 1)}..]`
  return years ? `[${years[1]}..${years[2]}]` : readTwoSeasons(text)
}

const open = /^(trva|dosud|dodnes|doposud|ongoing|present|now|today)$/
const unknown = /^(konec neznamy|zacatek neznamy|end unknown|start unknown|neznamo|unknown|\?|)$/

function readInterval(text: string): string | undefined {
  const from = text.replace(/^(od|since|from) /, '')
  const until = /^(do|until|till) (.+)$/.exec(text)?.[2]
  if (until) return readPoint(until) && `/${readPoint(until)}`
  const [start, end, ...rest] = from.split(/ ?– ?| - |(?<=^\d{4})-(?=\d{4}$)| (?:az|do|to|until|till) /)
  if (start === undefined || rest.length > 0) return undefined
  // "Since 2015" has no known end.
  if (end === undefined) return from === text ? undefined : readPoint(start) && `${readPoint(start)}/`
  const first = unknown.test(start) ? '' : readPoint(start)
  const last = open.test(end) ? '..' : unknown.test(end) ? '' : readPoint(end)
  return first === undefined || last === undefined ? undefined : `${first}/${last}`
}

function readChoice(text: string): string | undefined {
  const points = text.split(/, | nebo | ci | or |,? or /).map(readPoint)
  return points.length > 1 && points.every((point) => point !== undefined)
    ? `[${points.join(',')}]`
    : undefined
}

/** Parses words, or EDTF itself, into an EDTF string. Undefined when the text is not understood. */
export function readPartialDate(text: string): string | undefined {
  const exact = text.trim()
  if (parsePartialDate(exact)) return exact
  if (isAmbiguousDate(exact)) return undefined
  const words = normalise(text)
  return [readPoint, readRange, readInterval, readChoice]
    .map((read) => read(words))
    .find((edtf) => parsePartialDate(edtf))
}

/** For one end of a period, where "od léta 2010" can only be the summer of 2010. */
export const readPointInTime = (text: string): string | undefined =>
  readPartialDate(text.replace(/^\s*(?:od|since|from|do|until|till)\s/i, ''))
