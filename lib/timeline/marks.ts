import type {MembershipState} from '../content/membership-state.ts'
import {type DateShape, dateShape} from '../dates/partial-date.ts'

/**
 * How a part of a mark is drawn.
 * - `within`: at some time in this span, as with a start that is only known to the year.
 * - `fading-in`, `fading-out`: an unknown start or end. `fading-faintly`: the same after an uncertain part.
 * - `doubtful`: not confirmed at all, or known for one date only.
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

/** Years with a fraction: 1 July 2010 is about 2010.5. */
export type Piece = {from: number; to: number; look: Look}

/** `goesOn`: it continues today, in contrast to an unknown end. */
export type Mark = {pieces: Piece[]; goesOn?: true}

const DAY = 86_400_000
const YEAR = 365.2425 * DAY

/** Long enough to be visible as a fade, too short to look like a statement about those years. */
const FADE_YEARS = 3

/** An older statement does not show that a membership continues today. Editors must check as often. */
const STALE_YEARS = 2

const yearOf = (day: string, endOfDay = false) =>
  1970 + (Date.parse(`${day}T00:00:00Z`) + (endOfDay ? DAY : 0)) / YEAR

export const yearOfTime = (time: Date) => 1970 + time.getTime() / YEAR

type Years = {from: number | undefined; to: number | undefined}

const yearsOf = ({earliest, latest}: DateShape): Years => ({
  from: earliest === undefined ? undefined : yearOf(earliest),
  to: latest === undefined ? undefined : yearOf(latest, true),
})

/** An uncertain month is not exact to the month, so its mark is at least a year wide. */
const widened = (from: number, to: number) => {
  const add = Math.max(0, 1 - (to - from)) / 2
  return {from: from - add, to: to + add}
}

/** The mark of an event, as long as the span of its date. Undefined for an invalid date. */
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

/**
 * The start or end of a membership. `look` is missing when the date is exact to the day or month. A start
 * "before 2010" fades in, an end "after 2005" fades out.
 */
function momentOf(
  edtf: unknown,
  end: 'start' | 'end',
): Piece | {from: number; to: number; look?: undefined} | undefined {
  const shape = edtf ? dateShape(edtf) : undefined
  if (!shape) return undefined
  const years = yearsOf(shape)
  if (shape.doubt === 'uncertain' && years.from === undefined && years.to !== undefined)
    return {from: years.to - FADE_YEARS, to: years.to, look: end === 'start' ? 'fading-in' : 'uncertain'}
  if (shape.doubt === 'uncertain' && years.to === undefined && years.from !== undefined)
    return {from: years.from, to: years.from + FADE_YEARS, look: end === 'end' ? 'fading-out' : 'uncertain'}
  const [from, to] = [years.from ?? years.to, years.to ?? years.from]
  if (from === undefined || to === undefined) return undefined
  const look = shape.doubt ?? (to - from > 0.1 ? ('within' as const) : undefined)
  return look ? {from, to, look} : {from, to}
}

/** The inexact part of a start or end, limited by the other end of the period. */
const inexactPiece = (moment: ReturnType<typeof momentOf>, from: number, to: number): Piece[] =>
  moment?.look && to > from ? [{from, to, look: moment.look}] : []

/** The same mark, drawn as not confirmed. Fades stay: they state even less. */
export const inDoubt = ({pieces, ...mark}: Mark): Mark => ({
  ...mark,
  pieces: pieces.map((piece) => (piece.look.startsWith('fading') ? piece : {...piece, look: 'doubtful'})),
})

/**
 * The mark of a membership, from the earliest possible start to the latest possible end. Without an end it
 * reaches to the date when it was last stated (`asOf`), and fades from there. Without a start and an end it
 * covers only the date of the statement. Undefined without any date.
 */
export function membershipMark(
  {since, until, status, asOf}: MembershipState & {asOf?: unknown},
  today: number,
): Mark | undefined {
  const [begin, end, stated] = [momentOf(since, 'start'), momentOf(until, 'end'), momentOf(asOf, 'end')]
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
  const hasNoLatestEnd = close?.look === 'fading-out'
  const latestEnd = hasNoLatestEnd ? undefined : close?.to
  const sureFrom = Math.min(begin?.look ? begin.to : first, latestEnd ?? Number.POSITIVE_INFINITY)
  // "As of 2016 or 2017": certain until 2016, possible until the end of 2017.
  const possible = stated && !close ? inexactPiece(stated, Math.max(sureFrom, stated.from), stated.to) : []
  const lastSure = close?.look ? close.from : (close?.to ?? possible[0]?.from ?? stated?.to ?? sureFrom)
  const sureTo = Math.max(sureFrom, lastSure)
  const knownUntil = possible[0]?.to ?? sureTo
  const fade: Piece = {
    from: knownUntil,
    to: knownUntil + FADE_YEARS,
    look: possible.length > 0 ? 'fading-faintly' : 'fading-out',
  }
  return {
    pieces: [
      ...(begin
        ? inexactPiece(begin, first, sureFrom)
        : [{from: first - FADE_YEARS, to: first, look: 'fading-in'} as const]),
      ...(sureTo > sureFrom ? [{from: sureFrom, to: sureTo, look: 'certain'} as const] : []),
      ...possible,
      ...(close ? inexactPiece(close, sureTo, latestEnd ?? Math.max(close.to, sureTo + FADE_YEARS)) : [fade]),
    ],
    ...(goesOn && {goesOn}),
  }
}
