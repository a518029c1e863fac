import {type Parsed, type ParsedDate, type ParsedSeason, type ParsedSet, parse} from 'edtf'
import {dayOf} from './day.ts'

/** What an EDTF string states, as far as this site has a wording for it. */

export type Point = ParsedDate | ParsedSeason
export type Model =
  | {kind: 'point'; point: Point}
  | {kind: 'interval'; from: Point | undefined; to: Point | 'open' | undefined}
  | {kind: 'oneOf'; points: Point[]}
  /** One date in a range: `[..2009]` is before 2010, `[2006..]` after 2005, `[2010..2012]` one of three years. */
  | {kind: 'range'; from: ParsedDate | undefined; to: ParsedDate | undefined}

/**
 * The parts of a year that have a wording: the EDTF code of the first, how many there are, how many months each
 * has, and in which month of the year (from 0) the first begins.
 */
export const yearParts = {
  season: {first: 21, count: 4, months: 3, offset: 2},
  quarter: {first: 33, count: 4, months: 3, offset: 0},
  third: {first: 37, count: 3, months: 4, offset: 0},
  half: {first: 40, count: 2, months: 6, offset: 0},
} as const
export type YearPart = keyof typeof yearParts

/** Which part of the year a code means: 40 is the first half, `{part: 'half', index: 0}`. */
export function yearPartOf(code: number): {part: YearPart; index: number} | undefined {
  for (const part of Object.keys(yearParts) as YearPart[]) {
    const index = code - yearParts[part].first
    if (index >= 0 && index < yearParts[part].count) return {part, index}
  }
  return undefined
}

/** How the parser reports that the last digit of the year is unspecified: `199X`. */
const LAST_DIGIT_OF_YEAR = 8

export const isDecade = ({unspecified}: ParsedDate) => unspecified === LAST_DIGIT_OF_YEAR

/** The parser checks the length of months, but accepts 29 February in every year. */
function isCalendarDay([year = 0, month = 0, day]: number[]): boolean {
  return day === undefined || new Date(Date.UTC(year, month, day)).getUTCDate() === day
}

const isFourDigitYear = ([year = 0]: number[]) => year >= 1000 && year <= 9999

function isPoint(parsed: Parsed | Parsed[] | number | null): parsed is Point {
  if (parsed === null || typeof parsed === 'number' || Array.isArray(parsed)) return false
  if (parsed.type === 'Season') return yearPartOf(parsed.values[1]) !== undefined
  // Times of day, years before 1000 and unspecified digits other than a decade's (20XX) are EDTF, but this
  // site has no wording for them.
  return (
    parsed.type === 'Date' &&
    parsed.values.length <= 3 &&
    (parsed.unspecified === undefined || (parsed.values.length === 1 && isDecade(parsed))) &&
    isFourDigitYear(parsed.values) &&
    isCalendarDay(parsed.values)
  )
}

/** A year, month or day without doubt. */
const isExact = (parsed: Parsed | Parsed[] | undefined): parsed is ParsedDate =>
  !Array.isArray(parsed) &&
  parsed !== undefined &&
  isPoint(parsed) &&
  parsed.type === 'Date' &&
  !parsed.uncertain &&
  !parsed.approximate &&
  !isDecade(parsed)

/**
 * Parsed dates. The parser builds its grammar for each date, which took a third of the time to render a page.
 * The same dates occur in both languages and in several lists.
 */
const cache = new Map<string, Model | undefined>()
const MAX_CACHED = 5_000

export function modelOf(edtf: unknown): Model | undefined {
  if (typeof edtf !== 'string') return undefined
  if (cache.has(edtf)) return cache.get(edtf)
  if (cache.size >= MAX_CACHED) cache.clear()
  const model = parseModel(edtf)
  cache.set(edtf, model)
  return model
}

function parseModel(edtf: string): Model | undefined {
  let parsed: Parsed
  try {
    parsed = parse(edtf)
  } catch {
    return undefined
  }
  if (isPoint(parsed)) return {kind: 'point', point: parsed}
  if (parsed.type === 'Interval') {
    const [from, to] = parsed.values
    // An open start ("any time before") states nothing about a body or a membership.
    if (edtf.startsWith('..') || (from && !isPoint(from))) return undefined
    // An interval with two unknown or open ends states nothing.
    if (!from && !isPoint(to)) return undefined
    // `2015/..` (Infinity in the parser) continues; the end of `2015/` (null) is unknown.
    if (to === Number.POSITIVE_INFINITY) return {kind: 'interval', from: from ?? undefined, to: 'open'}
    if (to !== null && !isPoint(to)) return undefined
    // The parser accepts an end before its start.
    if (from && to && span(to).latest < span(from).earliest) return undefined
    return {kind: 'interval', from: from ?? undefined, to: to ?? undefined}
  }
  if (parsed.type === 'Set') {
    const range = rangeOf(parsed)
    if (range) return range
    const points = parsed.values.filter(isPoint)
    if (points.length !== parsed.values.length || parsed.earlier || parsed.later) return undefined
    return {kind: 'oneOf', points}
  }
  return undefined
}

function rangeOf({values: [first, ...rest], earlier, later}: ParsedSet): Model | undefined {
  if (rest.length > 0) return undefined
  // "Before 2010" is stored as `[..2009]`. The year in the words has four digits, too.
  if (isExact(first) && earlier && isFourDigitYear(neighbour(first.values, 1)))
    return {kind: 'range', from: undefined, to: first}
  if (isExact(first) && later && isFourDigitYear(neighbour(first.values, -1)))
    return {kind: 'range', from: first, to: undefined}
  if (!Array.isArray(first)) return undefined
  const [from, to] = first
  if (!isExact(from) || !isExact(to) || span(to).latest < span(from).earliest) return undefined
  const isYears = from.values.length === 1 && to.values.length === 1
  return isYears || seasonsOf(from, to) ? {kind: 'range', from, to} : undefined
}

/** The two seasons that a range of six months covers: `[2010-03..2010-08]` is spring or summer 2010. */
export function seasonsOf(from: ParsedDate, to: ParsedDate): [Point, Point] | undefined {
  const [year = 0, month = 0] = from.values
  const first = (month - yearParts.season.offset) / yearParts.season.months
  const last = neighbour([year, month], 5)
  if (!Number.isInteger(first) || first < 0 || edtfOf(to.values) !== edtfOf(last)) return undefined
  const season = (index: number): Point => ({
    type: 'Season',
    values: [year + Math.floor(index / 4), yearParts.season.first + (index % 4)],
  })
  return [season(first), season(first + 1)]
}

/** The year, month or day so many steps later. Months count from 0, as in the parser. */
export function neighbour([year = 0, month, day]: number[], steps: number): number[] {
  if (month === undefined) return [year + steps]
  const date = new Date(Date.UTC(year, day ? month : month + steps, day ? day + steps : 1))
  return [date.getUTCFullYear(), date.getUTCMonth(), ...(day ? [date.getUTCDate()] : [])]
}

/** A year, month or day as EDTF. */
export const edtfOf = ([year = 0, month, day]: number[]) =>
  [year, month === undefined ? undefined : month + 1, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

const isoDay = (year: number, month: number, day: number) => dayOf(new Date(Date.UTC(year, month, day)))

/**
 * First and last day of a decade, year, part of a year, month or day. Seasons are meteorological and northern: summer is June
 * to August, winter ends in the following year. The library uses quarters of the year instead.
 */
export function span(point: Point): {earliest: string; latest: string} {
  const [year = 0, second, day] = point.values
  if (point.type === 'Season') {
    const {part, index} = yearPartOf(point.values[1]) ?? {part: 'season', index: 0}
    const {months, offset} = yearParts[part]
    const first = offset + index * months
    return {earliest: isoDay(year, first, 1), latest: isoDay(year, first + months, 0)}
  }
  if (isDecade(point)) return {earliest: isoDay(year, 0, 1), latest: isoDay(year + 9, 12, 0)}
  if (second === undefined) return {earliest: isoDay(year, 0, 1), latest: isoDay(year, 12, 0)}
  if (day === undefined) return {earliest: isoDay(year, second, 1), latest: isoDay(year, second + 1, 0)}
  return {earliest: isoDay(year, second, day), latest: isoDay(year, second, day)}
}
