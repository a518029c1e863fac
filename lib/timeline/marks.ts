import {type DateShape, dateShape} from '../partial-date.ts'
import type {MembershipRow} from '../views/rows.ts'

/**
 * What a date looks like on a line of time. `within` is "at some time in it", as a bare year is for a beginning;
 * the fading looks are beginnings and ends nobody knows, faintly where what comes before is no more than likely; `doubtful` is what isn't confirmed to have been so at all, or
 * is known of one time only.
 */
export type Look =
  | 'certain'
  | 'within'
  | 'uncertain'
  | 'about'
  | 'fading-in'
  | 'fading-out'
  | 'fading-faintly'
  | 'doubtful'

/** From and to in years, as a fraction: the first of July 2010 is about 2010.5. */
export type Piece = {from: number; to: number; look: Look}

/** `goesOn`: there is no end, which is more than not to know one. */
export type Mark = {pieces: Piece[]; goesOn?: true}

const DAY = 86_400_000
const YEAR = 365.2425 * DAY

/** Long enough to be seen to fade, too short to be taken for a statement about the years it covers. */
const FADE_YEARS = 3

/** What was stated longer ago doesn't show that it goes on today. Editors are asked to check as often. */
const STALE_YEARS = 2

const yearOf = (day: string, endOfIt = false) =>
  1970 + (Date.parse(`${day}T00:00:00Z`) + (endOfIt ? DAY : 0)) / YEAR

export const yearOfTime = (time: Date) => 1970 + time.getTime() / YEAR

type Years = {from: number | undefined; to: number | undefined}

const yearsOf = ({earliest, latest}: DateShape): Years => ({
  from: earliest === undefined ? undefined : yearOf(earliest),
  to: latest === undefined ? undefined : yearOf(latest, true),
})

/** A doubtful month is not known to the month: its mark is a year wide and more. */
const widened = (from: number, to: number) => {
  const add = Math.max(0, 1 - (to - from)) / 2
  return {from: from - add, to: to + add}
}

/** What happened at a date: as long as the date is vague. Undefined for what is no date. */
export function eventMark(edtf: unknown, today: number): Mark | undefined {
  const shape = dateShape(edtf)
  if (!shape) return undefined
  const {from, to} = yearsOf(shape)
  const {doubt = 'certain'} = shape
  if (from !== undefined && to !== undefined) {
    const span = doubt === 'certain' ? {from, to} : widened(from, to)
    return {pieces: [{...span, look: doubt}]}
  }
  if (from !== undefined && shape.open) return {pieces: [{from, to: today, look: doubt}], goesOn: true}
  if (from !== undefined) return {pieces: [{from, to: from + FADE_YEARS, look: 'fading-out'}]}
  return to === undefined ? undefined : {pieces: [{from: to - FADE_YEARS, to, look: 'fading-in'}]}
}

/** The span in which something began or ended: nothing to see when it is known to the day or the month. */
function vague(shape: DateShape, {from, to}: Years): Piece[] {
  if (from === undefined || to === undefined) return []
  if (shape.doubt) return [{from, to, look: shape.doubt}]
  return to - from > 0.1 ? [{from, to, look: 'within'}] : []
}

/** The same dates, drawn as not confirmed. Where an end fades it stays so: that says even less. */
export const inDoubt = ({pieces, ...mark}: Mark): Mark => ({
  ...mark,
  pieces: pieces.map((piece) => (piece.look.startsWith('fading') ? piece : {...piece, look: 'doubtful'})),
})

/**
 * A membership as far as the sources carry: from its beginning to its end, or to when it was last stated (`asOf`) and
 * fading from there. One without a beginning or an end is only known of the time when it was stated, and isn't drawn
 * longer than that. Undefined when no date at all is known of it.
 */
export function membershipMark(row: MembershipRow, today: number): Mark | undefined {
  const [since, until, asOf] = [row.since, row.until, row.asOf ?? row.lastChecked].map(dateShape)
  const begin = since ? yearsOf(since) : undefined
  const end = until ? yearsOf(until) : undefined
  const stated = asOf ? yearsOf(asOf) : undefined
  if (!begin && !end) {
    const mark = eventMark(row.asOf, today)
    return mark && inDoubt({pieces: mark.pieces})
  }
  const isStale = stated?.to !== undefined && stated.to < today - STALE_YEARS
  const goesOn = !until && row.untilKnown === true && begin !== undefined && !isStale
  const statedBefore =
    stated?.from !== undefined && stated.from < (end?.from ?? today) ? stated.from : undefined
  const first = begin?.from ?? begin?.to ?? statedBefore ?? end?.from
  if (first === undefined) return undefined
  const opening: Piece[] =
    since && begin ? vague(since, begin) : [{from: first - FADE_YEARS, to: first, look: 'fading-in'}]
  const sureFrom = begin && opening.length > 0 ? (begin.to ?? first) : first
  // "As of 2016 or 2017" carries to 2016 for sure, and perhaps to the end of 2017.
  const perhaps =
    asOf && stated && !end && !goesOn
      ? vague(asOf, {from: Math.max(sureFrom, stated.from ?? sureFrom), to: stated.to})
      : []
  const lastSure = end?.from ?? perhaps[0]?.from ?? stated?.to ?? begin?.to ?? sureFrom
  const sureTo = Math.max(sureFrom, goesOn ? today : lastSure)
  const known = perhaps[0]?.to ?? sureTo
  const fade: Piece = {
    from: known,
    to: known + FADE_YEARS,
    look: perhaps.length > 0 ? 'fading-faintly' : 'fading-out',
  }
  return {
    pieces: [
      ...opening,
      ...(sureTo > sureFrom ? [{from: sureFrom, to: sureTo, look: 'certain'} as const] : []),
      ...perhaps,
      ...(until && end ? vague(until, end) : []),
      ...(end || goesOn ? [] : [fade]),
    ],
    ...(goesOn && {goesOn}),
  }
}
