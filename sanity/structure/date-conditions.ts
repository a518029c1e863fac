import {dayOf, latestToday} from '#lib/dates/date-comparison.ts'

/**
 * GROQ has no partial dates, so these conditions compare EDTF strings. Without the qualifiers "?", "~" and
 * "%", strings sort by time, with two exceptions:
 * - "2026" is over only after its last day. The condition appends "~", which sorts after digits.
 * - A season (2026-21 to 2026-24) is compared with the current season instead of a day.
 *
 * A test checks that the results agree with lib/dates/date-comparison.ts.
 */

const strip = (expression: string, characters: string[]) =>
  characters.reduce((inner, each) => `array::join(string::split(${inner}, "${each}"), "")`, expression)

/** The dates of a choice, or the single date, without qualifiers. */
const datesOf = (field: string) => `string::split(${strip(field, ['[', ']', '?', '~', '%'])}, ",")`
const isSeason = (date: string) => `(coalesce(string::split(${date}, "-")[1], "") >= "21")`

const every = (field: string, condition: string) =>
  `(defined(${field}) && count(${datesOf(field)}[!(${condition})]) == 0)`

/** Over in every reading of the date. */
export const isPast = (field: string) =>
  every(field, `select(${isSeason('@')} => @ < $runningSeason, @ + "~" < $today)`)

/** In no reading of the date has it begun. */
export const isFuture = (field: string) =>
  every(field, `select(${isSeason('@')} => @ > $lastSeasonBegun, @ > $latestToday)`)

/** Compares two single dates, or two single seasons. Other pairs give false: the form's rules check those. */
export const isBefore = (one: string, other: string) => {
  const [first, second] = [`${datesOf(one)}[0]`, `${datesOf(other)}[0]`]
  return `(count(${datesOf(one)}) == 1 && count(${datesOf(other)}) == 1
    && ${isSeason(first)} == ${isSeason(second)} && ${first} + "~" < ${second})`
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
