import {joined, type Text} from '../localized.ts'
import {widthOf} from '../wrap.ts'
import {wrapText} from '../wrap-text.ts'
import type {Mark, Piece} from './marks.ts'

/**
 * The picture is as wide as the page and its letters stay as large as the page's: across, positions are in percent;
 * down, in em of the picture's own letters. So one layout serves every screen, made for the narrowest, 320 px.
 */
const NARROWEST_EM = 20.5
const LINE_EM = 1.25
const ROW_GAP_EM = 0.7
const BESIDE_GAP_EM = 0.9

/** Years at the left and right edge. */
export type Scale = {from: number; to: number}

export type Tick = {year: number; at: number}

/** Where the words of a mark stand: beside it where there is room at the narrowest, else above it. */
export type Place = 'after' | 'before' | 'above'

/** `top` and `middle` (of the mark) in em from the top of the picture; `at` and the pieces in percent of its width. */
export type Row = {
  lines: Text[]
  place: Place
  at: number
  anchor: 'start' | 'end'
  top: number
  middle: number
  pieces: Piece[]
  goesOn: boolean
}

const percent = (year: number, {from, to}: Scale) =>
  Math.round(Math.min(100, Math.max(0, ((year - from) / (to - from)) * 100)) * 100) / 100

/** From a little before the first mark to today. */
export function scaleOf(marks: Mark[], today: number): Scale {
  const first = Math.min(today - 5, ...marks.flatMap(({pieces}) => pieces.map(({from}) => from)))
  const last = Math.max(
    today,
    ...marks.flatMap(({pieces}) => pieces.filter(({look}) => !look.startsWith('fading')).map(({to}) => to)),
  )
  return {from: Math.floor(first), to: last}
}

/** Round years, few enough to stand side by side on the narrowest screen. */
export function ticksOf(scale: Scale): Tick[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (scale.to - scale.from) / each <= 7) ?? 200
  const first = Math.ceil(scale.from / step) * step
  const count = Math.floor((scale.to - first) / step) + 1
  return Array.from({length: count}, (_, index) => first + index * step).map((year) => ({
    year,
    at: percent(year, scale),
  }))
}

/** The rows of one network, from the top down, and how high they are together in em. */
export function rowsOf(
  items: {mark: Mark; title: Text; details: Text[]}[],
  scale: Scale,
): {rows: Row[]; height: number} {
  let top = 0
  const rows = items.map(({mark, title, details}) => {
    const pieces = mark.pieces
      .map(({from, to, look}) => ({from: percent(from, scale), to: percent(to, scale), look}))
      .filter(({from, to, look}) => to > from || look === 'certain' || look === 'doubtful')
    const left = Math.min(...pieces.map(({from}) => from))
    const right = Math.max(...pieces.map(({to}) => to))
    const [before, after] = [left, 100 - right].map(
      (share) => (share / 100) * NARROWEST_EM - BESIDE_GAP_EM,
    ) as [number, number]
    const longest = Math.max(...[title, details[0] ?? joined()].map(({text}) => widthOf(text)))
    const beside = Math.max(before, after) > longest
    const place: Place = beside ? (after >= before ? 'after' : 'before') : 'above'
    // Above, the words run to the side that has more room.
    const onwards = place === 'after' || (place === 'above' && 100 - left >= right)
    const width = beside ? Math.max(before, after) : (Math.max(100 - left, right) / 100) * NARROWEST_EM
    const lines = [title, ...details].flatMap((text, index) => wrapText(text, width, index === 0 ? 3 : 2))
    const words = lines.length * LINE_EM
    const row: Row = {
      lines,
      place,
      at: place === 'above' ? (onwards ? left : right) : onwards ? right : left,
      anchor: onwards ? 'start' : 'end',
      top,
      middle: place === 'above' ? top + words + 0.5 : top + LINE_EM / 2,
      pieces,
      goesOn: mark.goesOn === true,
    }
    top += words + (place === 'above' ? 1 : 0) + ROW_GAP_EM
    return row
  })
  return {rows, height: Math.max(0, top - ROW_GAP_EM) + 0.4}
}
