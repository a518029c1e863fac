import type {MembershipState} from '../content/membership-state.ts'
import {type DateShape, dateShape} from '../dates/partial-date.ts'

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
  if (from !== undefined && shape.open)
    return {pieces: [{from, to: Math.max(from, today), look: doubt}], goesOn: true}
  if (from !== undefined) return {pieces: [{from, to: from + FADE_YEARS, look: 'fading-out'}]}
  return to === undefined ? undefined : {pieces: [{from: to - FADE_YEARS, to, look: 'fading-in'}]}
}

/** When something began or ended; `look` is missing where it is known to the day or the month. */
function momentOf(edtf: unknown): Piece | {from: number; to: number; look?: undefined} | undefined {
  const shape = edtf ? dateShape(edtf) : undefined
  if (!shape) return undefined
  const years = yearsOf(shape)
  const [from, to] = [years.from ?? years.to, years.to ?? years.from]
  if (from === undefined || to === undefined) return undefined
  const look = shape.doubt ?? (to - from > 0.1 ? ('within' as const) : undefined)
  return look ? {from, to, look} : {from, to}
}

/** What is vague about a moment, cut to what the other end of the period leaves of it. */
const vague = (moment: ReturnType<typeof momentOf>, from: number, to: number): Piece[] =>
  moment?.look && to > from ? [{from, to, look: moment.look}] : []

/** The same dates, drawn as not confirmed. Where an end fades it stays so: that says even less. */
export const inDoubt = ({pieces, ...mark}: Mark): Mark => ({
  ...mark,
  pieces: pieces.map((piece) => (piece.look.startsWith('fading') ? piece : {...piece, look: 'doubtful'})),
})

/**
 * A membership from the first day its beginning may mean to the last day of its end; where no source tells of an end, as
 * far as the sources carry: to when it was last stated (`asOf`), fading from there. One without a beginning or an end is
 * only known of the time when it was stated, and isn't drawn longer than that. Undefined when no date is known of it.
 */
export function membershipMark(
  {since, until, status, asOf}: MembershipState & {asOf?: unknown},
  today: number,
): Mark | undefined {
  const [begin, end, stated] = [momentOf(since), momentOf(until), momentOf(asOf)]
  if (!begin && !end) {
    const mark = eventMark(asOf, today)
    return mark && inDoubt({pieces: mark.pieces})
  }
  const isStale = stated !== undefined && stated.to < today - STALE_YEARS
  const goesOn = status === 'active' && !until && begin !== undefined && !isStale
  const statedBefore = stated && stated.from < (end?.from ?? today) ? stated.from : undefined
  const first = begin?.from ?? statedBefore ?? end?.from ?? today
  const last = Math.max(first, today)
  const close: ReturnType<typeof momentOf> = goesOn ? {from: last, to: last} : end
  const sureFrom = Math.min(begin?.look ? begin.to : first, close?.to ?? Number.POSITIVE_INFINITY)
  // "As of 2016 or 2017" carries to 2016 for sure, and perhaps to the end of 2017.
  const perhaps = stated && !close ? vague(stated, Math.max(sureFrom, stated.from), stated.to) : []
  const lastSure = close?.look ? close.from : (close?.to ?? perhaps[0]?.from ?? stated?.to ?? sureFrom)
  const sureTo = Math.max(sureFrom, lastSure)
  const known = perhaps[0]?.to ?? sureTo
  const fade: Piece = {
    from: known,
    to: known + FADE_YEARS,
    look: perhaps.length > 0 ? 'fading-faintly' : 'fading-out',
  }
  return {
    pieces: [
      ...(begin
        ? vague(begin, first, sureFrom)
        : [{from: first - FADE_YEARS, to: first, look: 'fading-in'} as const]),
      ...(sureTo > sureFrom ? [{from: sureFrom, to: sureTo, look: 'certain'} as const] : []),
      ...perhaps,
      ...(close ? vague(close, sureTo, close.to) : [fade]),
    ],
    ...(goesOn && {goesOn}),
  }
}
