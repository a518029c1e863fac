import type {ParsedDate} from 'edtf'
import {intlLocales, type Locale} from '../i18n/locales.ts'
import {isDecade, modelOf, neighbour, type Point, seasonsOf, span, yearPartOf} from './date-model.ts'

/**
 * Partial dates as EDTF strings (ISO 8601-2, https://www.loc.gov/standards/datetime/). The library parses
 * them. This adds Czech and English wording, and the first and last day of a season. Wording is label–value
 * ("září 2000", never "v září 2000"), so that Czech needs no inflection.
 */

/**
 * The earliest and latest possible day (`YYYY-MM-DD`) of an EDTF string. A missing side is unknown or open.
 * Undefined for strings without a wording; `formatPartialDate` lists the supported forms.
 */
export function parsePartialDate(edtf: unknown): {earliest?: string; latest?: string} | undefined {
  const model = modelOf(edtf)
  if (!model) return undefined
  if (model.kind === 'point') return span(model.point)
  if (model.kind === 'interval' || model.kind === 'range') {
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
  /** `uncertain`: `2016?`, `[2016,2017]` and `[..2009]`. `about`: `2012~`. */
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
    model.kind === 'oneOf' || model.kind === 'range' || hasDoubt('uncertain')
      ? 'uncertain'
      : hasDoubt('approximate') && 'about'
  return {
    ...parsePartialDate(edtf),
    ...(doubt && {doubt}),
    ...(model.kind === 'interval' && model.to === 'open' && {open: true}),
  }
}

const words = {
  cs: {
    parts: {
      season: ['jaro', 'léto', 'podzim', 'zima'],
      quarter: ['1. čtvrtletí', '2. čtvrtletí', '3. čtvrtletí', '4. čtvrtletí'],
      third: ['začátek roku', 'polovina roku', 'konec roku'],
      half: ['1. pololetí', '2. pololetí'],
    },
    decade: (year: number) =>
      `${year % 100 === 0 ? 'nultá' : `${year % 100}.`} léta ${Math.floor(year / 100) + 1}. století`,
    // "před" and "po" need an inflected month, "dříve než" does not.
    before: (date: string) => (isYear(date) ? `před rokem ${date}` : `dříve než ${date}`),
    after: (date: string) => (isYear(date) ? `po roce ${date}` : `později než ${date}`),
    between: (from: string, to: string) => `mezi roky ${from} a ${to}`,
    or: 'nebo',
    probably: 'pravděpodobně',
    about: 'kolem',
    // "kolem" needs a genitive, but months and seasons are printed in the nominative.
    aboutNominative: 'přibližně',
    unknownStart: 'začátek neznámý',
    unknownEnd: 'konec neznámý',
    open: 'trvá',
  },
  en: {
    parts: {
      season: ['spring', 'summer', 'autumn', 'winter'],
      quarter: ['first quarter of', 'second quarter of', 'third quarter of', 'fourth quarter of'],
      third: ['beginning of', 'middle of', 'end of'],
      half: ['first half of', 'second half of'],
    },
    decade: (year: number) => `the ${year}s`,
    before: (date: string) => `before ${date}`,
    after: (date: string) => `after ${date}`,
    between: (from: string, to: string) => `between ${from} and ${to}`,
    or: 'or',
    probably: 'probably',
    about: 'about',
    aboutNominative: 'about',
    unknownStart: 'start unknown',
    unknownEnd: 'end unknown',
    open: 'ongoing',
  },
} as const

const isYear = (date: string) => /^\d+$/.test(date)

function formatPoint(point: Point, locale: Locale): string {
  const {parts, decade, probably, about, aboutNominative} = words[locale]
  const [year = 0, second, day] = point.values
  if (point.type === 'Season') {
    const {part, index} = yearPartOf(point.values[1]) ?? {part: 'season', index: 0}
    return `${parts[part][index]} ${year}`
  }
  if (isDecade(point)) return decade(year)
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

function formatRange(from: ParsedDate | undefined, to: ParsedDate | undefined, locale: Locale): string {
  const {before, after, between, or} = words[locale]
  const text = (values: number[]) => formatPoint({type: 'Date', values}, locale)
  if (from && to) {
    const seasons = seasonsOf(from, to)?.map((season) => formatPoint(season, locale))
    if (!seasons) return between(text(from.values), text(to.values))
    const [first = '', second = ''] = seasons
    const [season, year] = first.split(' ')
    return `${second.endsWith(` ${year}`) ? season : first} ${or} ${second}`
  }
  // `[..2009]` includes 2009: "before 2010".
  if (to) return before(text(neighbour(to.values, 1)))
  return from ? after(text(neighbour(from.values, -1))) : ''
}

/**
 * An EDTF string in words: "září 2000", "léto 2010", "konec roku 2024", "90. léta 20. století", "kolem 2012",
 * "pravděpodobně 2016", "2016 nebo 2017", "před rokem 2010", "2016–2017", "2015 – konec neznámý",
 * "2015 – trvá". Undefined when the string is not EDTF or has no wording.
 */
export function formatPartialDate(edtf: unknown, locale: Locale): string | undefined {
  const model = modelOf(edtf)
  if (!model) return undefined
  if (model.kind === 'point') return formatPoint(model.point, locale)
  if (model.kind === 'range') return formatRange(model.from, model.to, locale)
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
  const {uncertain, approximate} = model.point
  return uncertain || approximate || isDecade(model.point) ? undefined : String(edtf)
}
