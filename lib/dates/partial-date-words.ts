import {parsePartialDate} from './partial-date.ts'

/**
 * Parses a date as people write it, in Czech or English, into EDTF: "léto 2010", "v září 2000", "asi 2012",
 * "since 2015", "2016 or 2017". It understands at least everything that `formatPartialDate` writes, in both
 * languages.
 */

/** Removes diacritics and case, so that "zari 2000" works too. */
const normalise = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** In all Czech grammatical cases. The whole word must match: "června" is June, "července" is July. */
const months = [
  'leden|lednu?a?|january|jan',
  'unora?u?|february|feb',
  'brezen|breznu?a?|march|mar',
  'duben|dubnu?a?|april|apr',
  'kveten|kvetnu?a?|may',
  'cervnu?a?|cerven|june|jun',
  'cervenec|cervenc[ei]|july|jul',
  'srpen|srpnu?a?|august|aug',
  'zari|september|sept|sep',
  'rijen|rijnu?a?|october|oct',
  'listopadu?|november|nov',
  'prosinec|prosinc[ei]|december|dec',
].map((forms) => new RegExp(`^(${forms})$`))

const seasons = ['jar[oae]', 'let[oae]|lete', 'podzimu?', 'zim[aye]']
  .map((czech, index) => `${czech}|${['spring', 'summer', 'autumn|fall', 'winter'][index]}`)
  .map((forms) => new RegExp(`^(${forms})$`))

const approximate = /^(kolem|okolo|priblizne|zhruba|asi|about|around|circa|ca\.?|c\.) /
const uncertain = /^(pravdepodobne|snad|mozna|probably|perhaps|maybe) /
const filler = /^(v|ve|na|in|the|rok|roku|roce|r\.|year) /

const pad = (number: string | number) => String(number).padStart(2, '0')

/** A year, month, day or season, without words of doubt. */
function readCore(text: string): string | undefined {
  const numbers = /^(?:(\d{1,2})[./] ?)??(?:(\d{1,2})[./] ?)?(\d{4})$/.exec(text)
  if (numbers) {
    const [, day, month, year] = numbers
    return [year, month && pad(month), day && pad(day)].filter(Boolean).join('-')
  }
  const words =
    /^(?:(?<day>\d{1,2})\.? )?(?<name>[a-z]+)\.?(?: (?<dayAfter>\d{1,2}),)?(?: (?:roku|of|in))? (?<year>\d{4})$/.exec(
      text,
    )?.groups
  if (!words?.name) return undefined
  const {name, year} = words
  const day = words.day ?? words.dayAfter
  const month = months.findIndex((forms) => forms.test(name)) + 1
  if (month > 0) return [year, pad(month), day && pad(day)].filter(Boolean).join('-')
  const season = seasons.findIndex((forms) => forms.test(name))
  return season < 0 || day ? undefined : `${year}-${21 + season}`
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
  return readCore(text) ?? (parsePartialDate(text) ? text : undefined)
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
  const words = normalise(text)
  return [readPoint, readInterval, readChoice]
    .map((read) => read(words))
    .find((edtf) => parsePartialDate(edtf))
}
