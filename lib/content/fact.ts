import {formatPartialDate, machineDate} from '../dates/partial-date.ts'
import {isAhead} from '../dates/past-or-ahead.ts'
import type {Locale} from '../i18n/locales.ts'
import {joinedBy, type Text, textIn} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import type {EditTarget} from './edit-target.ts'
import type {SourceRow} from './query-rows.ts'

/** A date in words; `machine` is what `<time datetime>` may say, when the date is exact enough. */
export type DateText = {text: string; machine?: string}

export type SourceLink = {id?: string; title: Text; href?: string}

/**
 * One value of a fact, in the order it is printed: date, kind, text; then in brackets notes, source and caveats;
 * last an editor's remark.
 */
export type FactValue = {
  key: string
  date?: DateText
  kind?: string
  text?: Text
  href?: string
  notes: Text[]
  source?: SourceLink
  /** What the reader must know about the source: that it gives no date, that others disagree. */
  caveats?: string[]
  remark?: Text
  edit?: EditTarget
}

export type Fact = {key: string; label: string; values: FactValue[]}

/** A fact without values is no fact. */
export function factOf(key: string, label: string, values: (FactValue | undefined)[]): Fact | undefined {
  const present = values.filter((value) => value !== undefined)
  return present.length > 0 ? {key, label, values: present} : undefined
}

/** The common case: one piece of text. */
export function textValue(key: string, text: Text | undefined, rest: Partial<FactValue> = {}) {
  return text && {key, text, notes: [], ...rest}
}

/** @throws TypeError on a date that can't be read: better to leave a fact out than to print it with half its sense. */
export function readDate(value: unknown, locale: Locale): DateText | undefined {
  const edtf = parseString(value)
  if (edtf === undefined) return undefined
  const text = formatPartialDate(edtf, locale)
  if (text === undefined) throw new TypeError(`"${edtf}" is not a date`)
  const machine = machineDate(edtf)
  return {text, ...(machine && {machine})}
}

/** When something was checked, read or counted. One that still lies ahead is a slip, and is not repeated. */
export function readPastDate(value: unknown, locale: Locale, now: Date): DateText | undefined {
  return isAhead(value, now) ? undefined : readDate(value, locale)
}

export function sourceTitle(source: SourceRow, locale: Locale): Text {
  return statedLang(requireString(source.title, 'the title of a source'), source.lang, locale)
}

export function sourcePublisher(source: SourceRow, locale: Locale): Text | undefined {
  const publisher = parseString(source.publisher)
  return publisher === undefined ? undefined : statedLang(publisher, source.publisherLang, locale)
}

export function readSourceLink(source: SourceRow | null | undefined, locale: Locale): SourceLink | undefined {
  if (!source) return undefined
  const href = safeUrl(source.url) ?? safeUrl(source.archivedUrl)
  const id = parseString(source._id)
  const title = sourceTitle(source, locale)
  const publisher = sourcePublisher(source, locale)
  // Titles such as "About us" say nothing without the publisher.
  return {
    ...(id && {id}),
    title: publisher ? joinedBy(': ', [publisher, title]) : title,
    ...(href && {href}),
  }
}

/** A note in the page's language; none when there is nothing to note. */
export function note(text: string | undefined): Text[] {
  return text ? [{text}] : []
}

/** "since … until …", each side only when stated. */
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

/** Text whose language the document states beside it. */
export function statedLang(text: string, lang: unknown, locale: Locale): Text {
  return textIn(parseString(lang), text, locale)
}
