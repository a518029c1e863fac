import {latestToday} from '#lib/dates/date-comparison.ts'
import {yearParts} from '#lib/dates/date-model.ts'
import {dayOf} from '#lib/dates/day.ts'

/**
 * GROQ has no partial dates, so these conditions compare EDTF strings. Without the qualifiers "?", "~" and
 * "%", strings sort by time, with these exceptions:
 * - "2026" is over only after its last day. The condition appends "~", which sorts after digits.
 * - A season (2026-21 to 2026-24) is compared with the current season instead of a day.
 * - A quarter, third or half of a year (2026-33 to 2026-41) becomes its first or last month.
 * - A decade (199X) becomes its first or last year, a range (2010..2012, ..2009) its first or last date.
 *
 * A test checks that the results agree with lib/dates/date-comparison.ts.
 */

const strip = (expression: string, characters: string[]) =>
  characters.reduce((inner, each) => `array::join(string::split(${inner}, "${each}"), "")`, expression)

/** The dates of a choice, or the single date, without qualifiers. */
const datesOf = (field: string) => `string::split(${strip(field, ['[', ']', '?', '~', '%'])}, ",")`
const codeOf = (date: string) => `coalesce(string::split(${date}, "-")[1], "")`
const isSeason = (date: string) => `(${codeOf(date)} >= "21" && ${codeOf(date)} < "33")`

/** The codes of the parts of a year other than seasons, with their first and last month. */
const partsOfYear = [yearParts.quarter, yearParts.third, yearParts.half].flatMap(({first, count, months}) =>
  Array.from({length: count}, (_, index) => ({
    code: first + index,
    first: String(index * months + 1).padStart(2, '0'),
    last: String((index + 1) * months).padStart(2, '0'),
  })),
)

/** The first or last date that is possible: "" where a range is open. */
function boundOf(date: string, side: 'first' | 'last'): string {
  const bound = `string::split(${date}, "..")[${side === 'first' ? 0 : -1}]`
  const years = `array::join(string::split(${bound}, "X"), "${side === 'first' ? 0 : 9}")`
  const months = partsOfYear.map(
    (part) => `${codeOf(date)} == "${part.code}" => string::split(${date}, "-")[0] + "-${part[side]}"`,
  )
  return `select(${[...months, years].join(', ')})`
}

const every = (field: string, condition: string) =>
  `(defined(${field}) && count(${datesOf(field)}[!(${condition})]) == 0)`

/** Over in every reading of the date. */
export const isPast = (field: string) =>
  every(field, `select(${isSeason('@')} => @ < $runningSeason, ${boundOf('@', 'last')} + "~" < $today)`)

/** In no reading of the date has it begun. */
export const isFuture = (field: string) =>
  every(field, `select(${isSeason('@')} => @ > $lastSeasonBegun, ${boundOf('@', 'first')} > $latestToday)`)

/** Compares two single dates, or two single seasons. Other pairs give false: the form's rules check those. */
export const isBefore = (one: string, other: string) => {
  const [first, second] = [`${datesOf(one)}[0]`, `${datesOf(other)}[0]`]
  return `(count(${datesOf(one)}) == 1 && count(${datesOf(other)}) == 1
    && ${isSeason(first)} == ${isSeason(second)}
    && ${boundOf(first, 'last')} + "~" < ${boundOf(second, 'first')})`
}

/** The season of a day, as EDTF. Winter belongs to the year in which it begins. */
function seasonOf(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month < 3 ? `${year - 1}-24` : `${year}-${21 + Math.floor((month - 3) / 3)}`
}

/** Parameters of the conditions. */
export const dateParams = (now: Date) => ({
  today: dayOf(now),
  latestToday: latestToday(now),
  runningSeason: seasonOf(dayOf(now)),
  lastSeasonBegun: seasonOf(latestToday(now)),
})
