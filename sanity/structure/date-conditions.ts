import {dayOf, latestToday} from '#lib/dates/date-comparison.ts'

/**
 * GROQ has no partial dates. As text they sort by time, once the marks of doubt are gone, with two exceptions: "2026" is
 * not over before its last day, so a "~", which sorts last, stands for what it leaves open; and seasons (2026-21 to
 * 2026-24) compare with the running season instead of a day. A test holds these to lib/dates/date-comparison.ts.
 */

const strip = (expression: string, marks: string[]) =>
  marks.reduce((inner, mark) => `array::join(string::split(${inner}, "${mark}"), "")`, expression)

/** The dates of a choice, one alone otherwise, without marks of doubt. */
const datesOf = (field: string) => `string::split(${strip(field, ['[', ']', '?', '~', '%'])}, ",")`
const isSeason = (date: string) => `(coalesce(string::split(${date}, "-")[1], "") >= "21")`

const every = (field: string, condition: string) =>
  `(defined(${field}) && count(${datesOf(field)}[!(${condition})]) == 0)`

/** Over in every reading. */
export const over = (field: string) =>
  every(field, `select(${isSeason('@')} => @ < $runningSeason, @ + "~" < $today)`)

/** Not begun in any reading. */
export const ahead = (field: string) =>
  every(field, `select(${isSeason('@')} => @ > $lastSeasonBegun, @ > $lastDayBegun)`)

/** Of two dates of one kind, neither of them a choice; the others are left to the form. */
export const before = (one: string, other: string) => {
  const [first, second] = [`${datesOf(one)}[0]`, `${datesOf(other)}[0]`]
  return `(count(${datesOf(one)}) == 1 && count(${datesOf(other)}) == 1
    && ${isSeason(first)} == ${isSeason(second)} && ${first} + "~" < ${second})`
}

/** Winter belongs to the year in which it begins. */
function seasonOf(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month < 3 ? `${year - 1}-24` : `${year}-${21 + Math.floor((month - 3) / 3)}`
}

/** What the conditions compare with. */
export const dateParams = (now: Date) => ({
  today: dayOf(now),
  lastDayBegun: latestToday(now),
  runningSeason: seasonOf(dayOf(now)),
  lastSeasonBegun: seasonOf(latestToday(now)),
})
