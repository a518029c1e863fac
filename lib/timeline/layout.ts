import {widthOf} from '../typography/letter-width.ts'
import type {Mark, Piece} from './marks.ts'

/**
 * The picture is as wide as the page, so positions are in percent. Labels are HTML: the browser breaks their
 * lines, and a row gets the height it needs on any screen and with any text spacing. The position of a label
 * is computed once for the narrowest screen of 320 px, in em of the picture's font.
 */
const MIN_WIDTH_EM = 20.5
const BESIDE_GAP_EM = 0.9

/** The years at the left and right edge. */
export type Scale = {from: number; to: number}

/** A narrow screen prints no minor years. */
export type Tick = {year: number; at: number; isMinor: boolean}

/**
 * A mark and the position of its label: beside it if there is room on the narrowest screen, otherwise above.
 * `at` is the position of the label's start or end (`anchor`), in percent of the width, as in the pieces.
 */
export type Row = {
  place: 'beside' | 'above'
  at: number
  anchor: 'start' | 'end'
  pieces: Piece[]
  goesOn: boolean
}

const percent = (year: number, {from, to}: Scale) =>
  Math.round(Math.min(100, Math.max(0, ((year - from) / (to - from)) * 100)) * 100) / 100

/** A date outside these limits is probably a typing error, and would compress all others into a corner. */
const MIN_YEAR = 1800
const MAX_YEARS_AHEAD = 5

/** From the first mark (at least five years back) to today, or to a mark in the near future. */
export function scaleOf(marks: Mark[], today: number): Scale {
  const pieces = marks.flatMap((mark) => mark.pieces)
  const firsts = pieces.map(({from}) => from).filter((year) => year >= MIN_YEAR && year <= today)
  const lasts = pieces
    .filter(({look}) => !look.startsWith('fading'))
    .map(({to}) => to)
    .filter((year) => year <= today + MAX_YEARS_AHEAD)
  // The first day of a year is a little before it, in years of 365.2425 days.
  return {from: Math.floor(Math.min(today - 5, ...firsts) + 0.01), to: Math.max(today, ...lasts)}
}

const isIn =
  (scale: Scale) =>
  ({from, to}: Piece) =>
    to >= scale.from && from <= scale.to

const endsAfter =
  (scale: Scale) =>
  ({to, look}: Piece) =>
    !look.startsWith('fading') && to > scale.to

/** Whether no part of the mark is within the scale. Such a mark has a label only. */
export const isBeyond = ({pieces}: Mark, scale: Scale) => !pieces.some(isIn(scale))

/** At most about seven round years. */
export function ticksOf(scale: Scale): Tick[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (scale.to - scale.from) / each <= 7) ?? 200
  const first = Math.ceil(scale.from / step) * step
  const count = Math.floor((scale.to - first) / step) + 1
  return Array.from({length: count}, (_, index) => first + index * step).map((year) => ({
    year,
    at: percent(year, scale),
    isMinor: count > 3 && year % (2 * step) !== 0,
  }))
}

/**
 * Lays out one mark. The longer of `title` and `when` must fit on one line beside it; otherwise the label is
 * above.
 */
export function rowOf(mark: Mark, title: string, when: string, scale: Scale): Row {
  const pieces = mark.pieces
    .filter(isIn(scale))
    .map(({from, to, look}) => ({from: percent(from, scale), to: percent(to, scale), look}))
    .filter(({from, to, look}) => to > from || look === 'certain' || look === 'doubtful')
  // A mark outside the scale has its label at the nearer edge.
  const edge = (mark.pieces[0]?.from ?? 0) < scale.from ? 0 : 100
  const left = Math.min(...(pieces.length > 0 ? pieces.map(({from}) => from) : [edge]))
  const right = Math.max(...(pieces.length > 0 ? pieces.map(({to}) => to) : [edge]))
  const [before, after] = [left, 100 - right].map(
    (share) => (share / 100) * MIN_WIDTH_EM - BESIDE_GAP_EM,
  ) as [number, number]
  const beside = Math.max(before, after) > Math.max(widthOf(title), widthOf(when))
  // A label above runs to the side with more room.
  const runsRight = beside ? after >= before : 100 - left >= right
  return {
    place: beside ? 'beside' : 'above',
    at: beside === runsRight ? right : left,
    anchor: runsRight ? 'start' : 'end',
    pieces,
    // Also a bar that ends after the last year of the scale.
    goesOn: pieces.length > 0 && (mark.goesOn === true || mark.pieces.some(endsAfter(scale))),
  }
}
