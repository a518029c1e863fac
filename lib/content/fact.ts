import {isFuture} from '../dates/date-comparison.ts'
import {formatPartialDate, machineDate} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import {joinedBy, type Text, textIn} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import type {EditTarget} from './edit-target.ts'
import type {SourceRow} from './query-rows.ts'

/** A date in words. `machine` is the value for `<time datetime>`, if the date is exact enough for one. */
export type DateText = {text: string; machine?: string}

export type SourceLink = {id?: string; title: Text; href?: string}

/**
 * One value of a fact. Printed in this order: date, kind, text; in brackets notes, source and caveats; an
 * editor's remark.
 */
export type FactValue = {
  key: string
  date?: DateText
  kind?: string
  text?: Text
  href?: string
  notes: Text[]
  source?: SourceLink
  /** Limits of the source: it gives no date, other sources disagree. */
  caveats?: string[]
  remark?: Text
  edit?: EditTarget
}

export type Fact = {key: string; label: string; values: FactValue[]}

/** Undefined when there are no values. */
export function factOf(key: string, label: string, values: (FactValue | undefined)[]): Fact | undefined {
  const present = values.filter((value) => value !== undefined)
  return present.length > 0 ? {key, label, values: present} : undefined
}

/** A fact value with one text, the most common one. */
export function textValue(key: string, text: Text | undefined, rest: Partial<FactValue> = {}) {
  return text && {key, text, notes: [], ...rest}
}

/** @throws TypeError on an unreadable date: a fact is left out rather than printed without its date. */
export function readDate(value: unknown, locale: Locale): DateText | undefined {
  const edtf = parseString(value)
  if (edtf === undefined) return undefined
  const text = formatPartialDate(edtf, locale)
  if (text === undefined) throw new TypeError(`"${edtf}" is not a date`)
  const machine = machineDate(edtf)
  return {text, ...(machine && {machine})}
}

/** The date of a check, a reading or a count. A future date is a typing error and is left out. */
export function readPastDate(value: unknown, locale: Locale, now: Date): DateText | undefined {
  return isFuture(value, now) ? undefined : readDate(value, locale)
}

export function sourceTitle(source: SourceRow, locale: Locale): Text {
  return textWithLang(requireString(source.title, 'the title of a source'), source.lang, locale)
}

export function sourcePublisher(source: SourceRow, locale: Locale): Text | undefined {
  const publisher = parseString(source.publisher)
  return publisher === undefined ? undefined : textWithLang(publisher, source.publisherLang, locale)
}

export function readSourceLink(source: SourceRow | null | undefined, locale: Locale): SourceLink | undefined {
  if (!source) return undefined
  const href = safeUrl(source.url) ?? safeUrl(source.archivedUrl)
  const id = parseString(source._id)
  const title = sourceTitle(source, locale)
  const publisher = sourcePublisher(source, locale)
  // Titles such as "About us" are useless without the publisher.
  return {
    ...(id && {id}),
    title: publisher ? joinedBy(': ', [publisher, title]) : title,
    ...(href && {href}),
  }
}

/** One note in the page's language, or none. */
export function note(text: string | undefined): Text[] {
  return text ? [{text}] : []
}

/** "since: …", "until: …"; a missing date is left out. */
export function periodNotes(
  {from, to}: {from?: string | null | undefined; to?: string | null | undefined},
  locale: Locale,
): Text[] {
  const {since, until} = messagesIn(locale).membership
  const [first, last] = [readDate(from, locale), readDate(to, locale)]
  return [
    ...note(first && `${since.toLowerCase()}: ${first.text}`),
    ...note(last && `${until.toLowerCase()}: ${last.text}`),
  ]
}

/** Text with the language that the document states for it. */
export function textWithLang(text: string, lang: unknown, locale: Locale): Text {
  return textIn(parseString(lang), text, locale)
}
