import {widthOf} from '../typography/letter-width.ts'
import type {Mark, Piece} from './marks.ts'

/**
 * The picture is as wide as the page: positions are in percent of it. Words are HTML, so the browser breaks their lines
 * and a row is as high as it needs, whatever the screen or the reader's own spacing. Where words stand is decided once,
 * for the narrowest screen of 320 px, in em of the picture's letters.
 */
const NARROWEST_EM = 20.5
const BESIDE_GAP_EM = 0.9

/** Years at the left and right edge. */
export type Scale = {from: number; to: number}

export type Tick = {year: number; at: number}

/**
 * Where the words of a mark stand: beside it where there is room at the narrowest, else above it. `anchor` is the end of
 * the words that is at `at`, in percent of the picture's width like the pieces.
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

/** Further away a date is most likely a slip of the keyboard, and would squeeze all others into a corner. */
const EARLIEST_YEAR = 1800
const MOST_YEARS_AHEAD = 5

/** From a little before the first mark to today, or to what lies a little ahead. */
export function scaleOf(marks: Mark[], today: number): Scale {
  const pieces = marks.flatMap((mark) => mark.pieces)
  const firsts = pieces.map(({from}) => from).filter((year) => year >= EARLIEST_YEAR && year <= today)
  const lasts = pieces
    .filter(({look}) => !look.startsWith('fading'))
    .map(({to}) => to)
    .filter((year) => year <= today + MOST_YEARS_AHEAD)
  return {from: Math.floor(Math.min(today - 5, ...firsts)), to: Math.max(today, ...lasts)}
}

const isIn =
  (scale: Scale) =>
  ({from, to}: Piece) =>
    to >= scale.from && from <= scale.to

const endsAfter =
  (scale: Scale) =>
  ({to, look}: Piece) =>
    !look.startsWith('fading') && to > scale.to

/** Nothing of the mark lies within the years shown: its words alone tell of it. */
export const isBeyond = ({pieces}: Mark, scale: Scale) => !pieces.some(isIn(scale))

/** Round years, few enough for a line each; a narrow screen names every other one. */
export function ticksOf(scale: Scale): Tick[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (scale.to - scale.from) / each <= 7) ?? 200
  const first = Math.ceil(scale.from / step) * step
  const count = Math.floor((scale.to - first) / step) + 1
  return Array.from({length: count}, (_, index) => first + index * step).map((year) => ({
    year,
    at: percent(year, scale),
  }))
}

/** How the words of a mark stand to it: `title`, and the longest of what must stay on one line, decide. */
export function rowOf(mark: Mark, title: string, when: string, scale: Scale): Row {
  const pieces = mark.pieces
    .filter(isIn(scale))
    .map(({from, to, look}) => ({from: percent(from, scale), to: percent(to, scale), look}))
    .filter(({from, to, look}) => to > from || look === 'certain' || look === 'doubtful')
  // What lies beyond the years shown stands at the edge behind which it is.
  const edge = (mark.pieces[0]?.from ?? 0) < scale.from ? 0 : 100
  const left = Math.min(...(pieces.length > 0 ? pieces.map(({from}) => from) : [edge]))
  const right = Math.max(...(pieces.length > 0 ? pieces.map(({to}) => to) : [edge]))
  const [before, after] = [left, 100 - right].map(
    (share) => (share / 100) * NARROWEST_EM - BESIDE_GAP_EM,
  ) as [number, number]
  const beside = Math.max(before, after) > Math.max(widthOf(title), widthOf(when))
  // Above, the words run to the side that has more room.
  const onwards = beside ? after >= before : 100 - left >= right
  return {
    place: beside ? 'beside' : 'above',
    at: beside === onwards ? right : left,
    anchor: onwards ? 'start' : 'end',
    pieces,
    // So does a bar that ends after the last year shown.
    goesOn: pieces.length > 0 && (mark.goesOn === true || mark.pieces.some(endsAfter(scale))),
  }
}
