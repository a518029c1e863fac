import {type Parsed, type ParsedDate, type ParsedSeason, parse} from 'edtf'
import {intlLocales, type Locale} from '../i18n/locales.ts'

/**
 * Partial dates as EDTF strings (ISO 8601-2, https://www.loc.gov/standards/datetime/). The library parses
 * them. This adds Czech and English wording, and the first and last day of a season. Wording is label–value
 * ("září 2000", never "v září 2000"), so that Czech needs no inflection.
 */

type Point = ParsedDate | ParsedSeason
type Model =
  | {kind: 'point'; point: Point}
  | {kind: 'interval'; from: Point | undefined; to: Point | 'open' | undefined}
  | {kind: 'oneOf'; points: Point[]}

/** The parser checks the length of months, but accepts 29 February in every year. */
function isCalendarDay([year = 0, month = 0, day]: number[]): boolean {
  return day === undefined || new Date(Date.UTC(year, month, day)).getUTCDate() === day
}

function isPoint(parsed: Parsed | Parsed[] | number | null): parsed is Point {
  if (parsed === null || typeof parsed === 'number' || Array.isArray(parsed)) return false
  if (parsed.type === 'Season') return parsed.values[1] >= 21 && parsed.values[1] <= 24
  // Times of day, unspecified digits (201X) and years before 1000 are EDTF, but this site has no wording for
  // them.
  return (
    parsed.type === 'Date' &&
    parsed.values.length <= 3 &&
    parsed.unspecified === undefined &&
    (parsed.values[0] ?? 0) >= 1000 &&
    isCalendarDay(parsed.values)
  )
}

/**
 * Parsed dates. The parser builds its grammar for each date, which took a third of the time to render a page.
 * The same dates occur in both languages and in several lists.
 */
const cache = new Map<string, Model | undefined>()
const MAX_CACHED = 5_000

function modelOf(edtf: unknown): Model | undefined {
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
    const points = parsed.values.filter(isPoint)
    if (points.length !== parsed.values.length || parsed.earlier || parsed.later) return undefined
    return {kind: 'oneOf', points}
  }
  return undefined
}

const isoDay = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/**
 * First and last day of a year, month, day or season. Seasons are meteorological and northern: summer is June
 * to August, winter ends in the following year. The library uses quarters of the year instead.
 */
function span(point: Point): {earliest: string; latest: string} {
  const [year = 0, second, day] = point.values
  if (point.type === 'Season') {
    const first = 2 + (point.values[1] - 21) * 3
    return {earliest: isoDay(year, first, 1), latest: isoDay(year, first + 3, 0)}
  }
  if (second === undefined) return {earliest: isoDay(year, 0, 1), latest: isoDay(year, 12, 0)}
  if (day === undefined) return {earliest: isoDay(year, second, 1), latest: isoDay(year, second + 1, 0)}
  return {earliest: isoDay(year, second, day), latest: isoDay(year, second, day)}
}

/**
 * The earliest and latest possible day (`YYYY-MM-DD`) of an EDTF string. A missing side is unknown or open.
 * Undefined for strings without a wording; `formatPartialDate` lists the supported forms.
 */
export function parsePartialDate(edtf: unknown): {earliest?: string; latest?: string} | undefined {
  const model = modelOf(edtf)
  if (!model) return undefined
  if (model.kind === 'point') return span(model.point)
  if (model.kind === 'interval') {
    const {from, to} = model
    return {
      ...(from && {earliest: span(from).earliest}),
      ...(to && to !== 'open' && {latest: span(to).latest}),
    }
  }
  const spans = model.points.map(span)
  const earliest = spans.map((one) => one.earliest).sort()[0]
  const latest = spans
    .map((one) => one.latest)
    .sort()
    .at(-1)
  return {...(earliest && {earliest}), ...(latest && {latest})}
}

export type DateShape = {
  /** As in `parsePartialDate`. */
  earliest?: string
  latest?: string
  /** `uncertain`: `2016?` and `[2016,2017]`. `about`: `2012~`. */
  doubt?: 'uncertain' | 'about'
  /** It continues. Without it, a missing `latest` is an unknown end. */
  open?: true
}

/**
 * What a picture needs of a date: its span, doubt, and whether it continues. Undefined as in
 * `parsePartialDate`.
 */
export function dateShape(edtf: unknown): DateShape | undefined {
  const model = modelOf(edtf)
  if (!model) return undefined
  const points =
    model.kind === 'oneOf' ? model.points : model.kind === 'point' ? [model.point] : [model.from, model.to]
  const hasDoubt = (doubt: 'uncertain' | 'approximate') =>
    points.some((point) => typeof point === 'object' && point.type === 'Date' && point[doubt])
  const doubt =
    model.kind === 'oneOf' || hasDoubt('uncertain') ? 'uncertain' : hasDoubt('approximate') && 'about'
  return {
    ...parsePartialDate(edtf),
    ...(doubt && {doubt}),
    ...(model.kind === 'interval' && model.to === 'open' && {open: true}),
  }
}

const words = {
  cs: {
    seasons: ['jaro', 'léto', 'podzim', 'zima'],
    probably: 'pravděpodobně',
    about: 'kolem',
    // "kolem" needs a genitive, but months and seasons are printed in the nominative.
    aboutNominative: 'přibližně',
    unknownStart: 'začátek neznámý',
    unknownEnd: 'konec neznámý',
    open: 'trvá',
  },
  en: {
    seasons: ['spring', 'summer', 'autumn', 'winter'],
    probably: 'probably',
    about: 'about',
    aboutNominative: 'about',
    unknownStart: 'start unknown',
    unknownEnd: 'end unknown',
    open: 'ongoing',
  },
} as const

function formatPoint(point: Point, locale: Locale): string {
  const {seasons, probably, about, aboutNominative} = words[locale]
  const [year = 0, second, day] = point.values
  if (point.type === 'Season') return `${seasons[point.values[1] - 21]} ${year}`
  const date = new Date(Date.UTC(year, second ?? 0, day ?? 1))
  const text =
    second === undefined
      ? String(year)
      : new Intl.DateTimeFormat(intlLocales[locale], {
          year: 'numeric',
          month: 'long',
          ...(day !== undefined && {day: 'numeric'}),
          timeZone: 'UTC',
        }).format(date)
  return [
    point.uncertain && probably,
    point.approximate && (second === undefined || day !== undefined ? about : aboutNominative),
    // A no-break space keeps the day and the month on one line.
    day === undefined ? text : text.replace(' ', '\u00a0'),
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * An EDTF string in words: "září 2000", "léto 2010", "kolem 2012", "pravděpodobně 2016", "2016 nebo 2017",
 * "2016–2017", "2015 – konec neznámý", "2015 – trvá". Undefined when the string is not EDTF or has no
 * wording.
 */
export function formatPartialDate(edtf: unknown, locale: Locale): string | undefined {
  const model = modelOf(edtf)
  if (!model) return undefined
  if (model.kind === 'point') return formatPoint(model.point, locale)
  if (model.kind === 'oneOf') {
    const list = new Intl.ListFormat(intlLocales[locale], {type: 'disjunction'})
    return list.format(model.points.map((point) => formatPoint(point, locale)))
  }
  const from = model.from && formatPoint(model.from, locale)
  return joinEnds(
    from,
    model.to === 'open' ? 'open' : model.to && {text: formatPoint(model.to, locale)},
    locale,
  )
}

/**
 * Joins the two ends of a period, each already in words. A period is stored as two dates, because an EDTF
 * interval allows no season and no choice of dates at its ends.
 */
export function joinEnds(from: string | undefined, to: {text: string} | 'open' | undefined, locale: Locale) {
  const {unknownStart, unknownEnd, open} = words[locale]
  const first = from ?? unknownStart
  const last = to === 'open' ? open : (to?.text ?? unknownEnd)
  return /^\d+$/.test(first + last) ? `${first}–${last}` : `${first} – ${last}`
}

/** The value for `<time datetime>`. HTML allows exact years, months and days only. */
export function machineDate(edtf: unknown): string | undefined {
  const model = modelOf(edtf)
  if (model?.kind !== 'point' || model.point.type === 'Season') return undefined
  return model.point.uncertain || model.point.approximate ? undefined : String(edtf)
}
