import {isFuture} from '../dates/date-comparison.ts'
import {machineDate} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import type {Text} from '../i18n/localized.ts'
import {countOf, messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {latest} from './address-view.ts'
import {type DateText, readDate} from './fact.ts'

/** The dates of a document on a page: when something it shows changed, and when an editor checked it. */
export type DatedRow = {
  _id?: string | null | undefined
  _type?: string | null | undefined
  changes?: (string | null)[] | null | undefined
  lastChecked?: string | null | undefined
}

/** When a page changed and was checked, and how to cite it. */
export type PageRecord = {
  title: Text
  url: string
  changed?: DateText
  /** On a list: what `changed` is the date of. */
  changedNote?: string
  /** Absent on pages that are not checked: the data files, the accessibility statement. */
  checked?: {text?: string; date?: DateText}
}

/** The day of an ISO timestamp, in words. */
const dayText = (timestamp: string | undefined, locale: Locale): DateText | undefined =>
  timestamp === undefined ? undefined : readDate(timestamp.slice(0, 10), locale)

/** The record of a page whose date does not come from the networks on it. */
export function staticRecord(
  title: string,
  url: string,
  changed: string | undefined,
  locale: Locale,
): PageRecord {
  const date = dayText(changed, locale)
  return {title: {text: title}, url, ...(date && {changed: date})}
}

/** The days on which these documents were last checked. A future day is a typing error and is left out. */
const checkedDays = (rows: readonly DatedRow[], now: Date): string[] =>
  mapValid(
    rows,
    (row) => row._id,
    ({lastChecked}) => {
      const day = parseString(lastChecked)
      return day && machineDate(day) && !isFuture(day, now) ? day : undefined
    },
  ).toSorted()

/** A list is as well checked as the entry that was checked longest ago, so that is the date it states. */
function listChecked(rows: readonly DatedRow[], locale: Locale, now: Date): PageRecord['checked'] {
  const {entries, oldestCheck, notChecked, of} = messagesIn(locale).pageRecord
  const [oldest, ...rest] = checkedDays(rows, now)
  if (oldest === undefined) return {text: notChecked}
  const date = readDate(oldest, locale)
  const checked = `${rest.length + 1} ${of} ${countOf(rows.length, entries, locale)}; ${oldestCheck}`
  return {text: checked, ...(date && {date})}
}

function pageChecked(row: DatedRow, locale: Locale, now: Date): PageRecord['checked'] {
  const [day] = checkedDays([row], now)
  const date = day === undefined ? undefined : readDate(day, locale)
  return date ? {date} : {text: messagesIn(locale).pageRecord.notChecked}
}

const changedOf = (rows: readonly DatedRow[], locale: Locale) =>
  dayText(latest(rows.flatMap((row) => mapValid(row.changes, row._id ?? '', parseString))), locale)

/** The record of the page of one network. */
export function networkRecord(
  row: DatedRow,
  {title, url, locale}: {title: Text; url: string; locale: Locale},
  now = new Date(),
): PageRecord {
  const changed = changedOf([row], locale)
  const checked = pageChecked(row, locale, now)
  return {title, url, ...(changed && {changed}), ...(checked && {checked})}
}

/** The record of a list: the newest change of its networks, and the oldest check. */
export function listRecord(
  rows: readonly DatedRow[],
  {title, url, locale}: {title: string; url: string; locale: Locale},
  now = new Date(),
): PageRecord {
  const networks = rows.filter(({_type}) => _type === 'network')
  const changed = changedOf(rows, locale)
  const checked = networks.length > 0 ? listChecked(networks, locale, now) : undefined
  return {
    title: {text: title},
    url,
    ...(changed && {changed, changedNote: messagesIn(locale).pageRecord.newest}),
    ...(checked && {checked}),
  }
}
