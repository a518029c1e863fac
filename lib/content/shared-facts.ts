import {parsePartialDate} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import {type Localized, pickText} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {lookUp, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {displayUrl} from '../typography/display-url.ts'
import type {EditTarget} from './edit-target.ts'
import {
  type Fact,
  type FactValue,
  factOf,
  note,
  periodNotes,
  readDate,
  readPastDate,
  readSourceLink,
  textValue,
  textWithLang,
} from './fact.ts'
import {identifierUrl} from './identifier-url.ts'
import {eventCaveats} from './qualifications.ts'
import type {EventRow, NameRow, NetworkRow} from './query-rows.ts'

/** Facts of networks and organizations are built from this. */
export type Context<Row> = {
  /** The document's id, for the log and for click-to-edit. */
  id: string
  type: 'network' | 'organization'
  row: Row
  locale: Locale
  now: Date
}

export const editOf = ({id, type}: Context<unknown>, path: string): {edit: EditTarget} => ({
  edit: {id, type, path},
})

export const itemPath = (list: string, key: string) => `${list}[_key=="${key}"]`

/** "Before 2010" has no earliest possible day. */
const sortDay = (edtf: unknown) => {
  const {earliest, latest} = parsePartialDate(edtf) ?? {}
  return earliest ?? latest
}

/** Sorts oldest (1) or newest (-1) first by the earliest possible day. Undated values come last in both. */
export const byDate = (direction: 1 | -1) => (a: unknown, b: unknown) => {
  const [first, second] = [sortDay(a), sortDay(b)]
  if (first === second) return 0
  if (first === undefined) return 1
  if (second === undefined) return -1
  return first < second ? -direction : direction
}

export function namesFact(
  context: Context<{name?: Localized; names?: NameRow[] | null | undefined}>,
): Fact | undefined {
  const {id, row, locale, now} = context
  const {facts, nameKinds, announced} = messagesIn(locale)
  const shown = pickText(row.name, locale)?.text
  const values = mapValid(row.names, id, (name): FactValue | undefined => {
    const text = requireString(name.text, 'the text of a name')
    const remark = pickText(name.note, locale)
    // The page title has this name already. Repeat it only with a remark.
    if (text === shown && !remark) return undefined
    const key = name._key ?? text
    const source = readSourceLink(name.source, locale)
    const announcedOn = readPastDate(name.announced, locale, now)
    return {
      key,
      text: textWithLang(text, name.lang, locale),
      notes: [
        ...note(lookUp(nameKinds, name.kind)),
        ...periodNotes(name, locale),
        ...note(announcedOn && `${announced} ${announcedOn.text}`),
      ],
      ...(source && {source}),
      ...(remark && {remark}),
      ...editOf(context, itemPath('names', key)),
    }
  })
  return factOf('names', facts.names, values)
}

/** Events in order of date. Contradicting sources each have their own entry. */
export function eventsFact(context: Context<{events?: EventRow[] | null | undefined}>): Fact | undefined {
  const {id, row, locale, now} = context
  const {facts, eventKinds} = messagesIn(locale)
  const sorted = Array.isArray(row.events)
    ? row.events.toSorted((a, b) => byDate(1)(a?.date, b?.date))
    : row.events
  const values = mapValid(sorted, id, (event): FactValue | undefined => {
    const key = event._key ?? ''
    const date = readDate(event.date, locale)
    const kind = lookUp(eventKinds, event.kind)
    // Without the editors' own text, the kind of event is the text.
    const text = pickText(event.text, locale) ?? (kind ? {text: kind} : undefined)
    if (!text) return undefined
    const source = readSourceLink(event.source, locale)
    const caveats = eventCaveats(event, row.events, locale, now)
    return {
      key,
      ...(date && {date}),
      text,
      notes: [],
      ...(source && {source}),
      ...(caveats.length > 0 && {caveats}),
      ...editOf(context, itemPath('events', key)),
    }
  })
  return factOf('events', facts.events, values)
}

export function websiteFact(context: Context<{website?: string | null | undefined}>): Fact | undefined {
  const href = safeUrl(context.row.website)
  const text = href ? {text: displayUrl(href)} : undefined
  const value = textValue('website', text, {...(href && {href}), ...editOf(context, 'website')})
  return factOf('website', messagesIn(context.locale).facts.website, [value])
}

export function identifiersFact(
  context: Context<{identifiers?: NetworkRow['identifiers']}>,
): Fact | undefined {
  const {id, row, locale} = context
  const {facts, identifierSchemes} = messagesIn(locale)
  const values = mapValid(row.identifiers, id, (identifier) => {
    const key = identifier._key ?? ''
    const text = requireString(identifier.value, 'the value of an identifier')
    const scheme = lookUp(identifierSchemes, identifier.scheme)
    const href = identifierUrl(identifier.scheme, text)
    return textValue(
      key,
      {text},
      {
        ...(scheme && {kind: scheme}),
        ...(href && {href}),
        ...editOf(context, itemPath('identifiers', key)),
      },
    )
  })
  return factOf('identifiers', facts.identifiers, values)
}
