import type {MembershipState} from '../membership-state.ts'
import {type DateShape, dateShape} from '../partial-date.ts'

/**
 * What a date looks like on a line of time. `within` is "at some time in it", as a bare year is for a beginning;
 * the fading looks are beginnings and ends nobody knows.
 */
export type Look = 'certain' | 'within' | 'uncertain' | 'about' | 'fading-in' | 'fading-out'

/** From and to in years, as a fraction: the first of July 2010 is about 2010.5. */
export type Piece = {from: number; to: number; look: Look}

/** `goesOn`: there is no end, which is more than not to know one. */
export type Mark = {pieces: Piece[]; goesOn?: true}

const DAY = 86_400_000
const YEAR = 365.2425 * DAY

/** Long enough to be seen to fade, too short to be taken for a statement about the years it covers. */
const FADE_YEARS = 3

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

/**
 * A membership from the first day its beginning may mean to the last day of its end; where no source tells of an end,
 * as far as the sources carry: to when it was last stated (`asOf`), fading from there. Undefined when no date at all is
 * known of it.
 */
export function membershipMark(
  {since, until, status, asOf}: MembershipState & {asOf?: unknown},
  today: number,
): Mark | undefined {
  const [begin, stated] = [momentOf(since), momentOf(asOf)]
  const first = begin?.from ?? stated?.from ?? momentOf(until)?.from
  if (first === undefined) return undefined
  const goesOn = status === 'active' && !until
  const last = Math.max(first, today)
  const end = goesOn ? {from: last, to: last} : momentOf(until)
  const sureFrom = Math.min(begin?.look ? begin.to : first, end?.to ?? Number.POSITIVE_INFINITY)
  const sureTo = Math.max(sureFrom, end ? (end.look ? end.from : end.to) : (stated?.to ?? sureFrom))
  return {
    pieces: [
      ...(begin
        ? vague(begin, first, sureFrom)
        : [{from: first - FADE_YEARS, to: first, look: 'fading-in'} as const]),
      ...(sureTo > sureFrom ? [{from: sureFrom, to: sureTo, look: 'certain'} as const] : []),
      ...(end
        ? vague(end, sureTo, end.to)
        : [{from: sureTo, to: sureTo + FADE_YEARS, look: 'fading-out'} as const]),
    ],
    ...(goesOn && {goesOn}),
  }
}
