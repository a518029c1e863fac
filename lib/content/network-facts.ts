import type {Locale} from '../i18n/locales.ts'
import {pickText} from '../i18n/localized.ts'
import {countOf, messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {lookUp, parseInteger} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {displayUrl} from '../typography/display-url.ts'
import {
  type Fact,
  type FactValue,
  factOf,
  note,
  readDate,
  readPastDate,
  readSourceLink,
  textValue,
} from './fact.ts'
import {bodyReference} from './network-link.ts'
import type {CountRow, NetworkRow} from './query-rows.ts'
import {
  byDate,
  type Context,
  editOf,
  eventsFact,
  identifiersFact,
  itemPath,
  namesFact,
  websiteFact,
} from './shared-facts.ts'

type NetworkContext = Context<NetworkRow>

function bodyTypeFact(context: NetworkContext) {
  const {facts, bodyTypes} = messagesIn(context.locale)
  const word = lookUp(bodyTypes, context.row.bodyType)
  return factOf('bodyType', facts.bodyType, [
    textValue('bodyType', word ? {text: word} : undefined, editOf(context, 'bodyType')),
  ])
}

const bodyFact = (field: 'parent' | 'host') => (context: NetworkContext) => {
  const reference = bodyReference(context.row[field], context.locale)
  const value = reference && {key: field, notes: [], ...reference, ...editOf(context, field)}
  return factOf(field, messagesIn(context.locale).facts[field], [value])
}

function memberOfFact(context: NetworkContext) {
  const {id, row, locale} = context
  const values = mapValid(row.memberOf, id, ({_key, network, source}): FactValue | undefined => {
    const key = _key ?? ''
    const reference = bodyReference(network, locale)
    const link = readSourceLink(source, locale)
    const edit = editOf(context, itemPath('memberOf', key))
    return reference && {key, notes: [], ...reference, ...(link && {source: link}), ...edit}
  })
  return factOf('memberOf', messagesIn(locale).facts.memberOf, values)
}

function compositionFact(context: NetworkContext) {
  const {id, row, locale} = context
  const values = mapValid(row.composition, id, (part) => {
    const key = part._key ?? ''
    return textValue(key, pickText(part, locale), editOf(context, itemPath('composition', key)))
  })
  return factOf('composition', messagesIn(locale).facts.composition, values)
}

function countValue(count: CountRow, context: NetworkContext): FactValue {
  const {locale, now} = context
  const {units, qualifiers, undated} = messagesIn(locale)
  const value = parseInteger(count.value)
  const unit = lookUp(units, count.unit)
  if (value === undefined || !unit) throw new TypeError(`a count lacks its value or its unit (${count._key})`)
  const key = count._key ?? ''
  const date = readPastDate(count.asOf, locale, now)
  const source = readSourceLink(count.source, locale)
  const remark = pickText(count.note, locale)
  const text = [lookUp(qualifiers, count.qualifier), countOf(value, unit, locale)].filter(Boolean).join(' ')
  return {
    key,
    text: {text},
    notes: note(date?.text),
    ...(source && {source}),
    ...(remark && {remark}),
    // A count without a date must not look current.
    ...(!date && {caveats: [undated]}),
    ...editOf(context, itemPath('counts', key)),
  }
}

/**
 * The newest count of each unit is a fact of its own: readers want it first. Undated ones are the oldest, and
 * have a caveat.
 */
function countFacts(context: NetworkContext): Fact[] {
  const {id, row, locale} = context
  const {facts} = messagesIn(locale)
  const sorted = Array.isArray(row.counts)
    ? row.counts.toSorted((a, b) => byDate(-1)(a?.asOf, b?.asOf))
    : row.counts
  const counts = mapValid(sorted, id, (count) => ({unit: count.unit, value: countValue(count, context)}))
  const newest = counts.filter(({unit}, index) => counts.findIndex((each) => each.unit === unit) === index)
  const others = counts.filter((count) => !newest.includes(count))
  const values = (list: typeof counts) => list.map(({value}) => value)
  return [
    factOf('counts', facts.counts, values(newest)),
    factOf('otherCounts', facts.otherCounts, values(others)),
  ].filter((fact) => fact !== undefined)
}

function topicsFact(context: NetworkContext) {
  const {id, row, locale} = context
  const values = mapValid(row.topics, id, (topic) => {
    const key = topic._key ?? ''
    const source = readSourceLink(topic.source, locale)
    return textValue(key, pickText(topic.text, locale), {
      notes: note(readDate(topic.period, locale)?.text),
      ...(source && {source}),
      ...editOf(context, itemPath('topics', key)),
    })
  })
  return factOf('topics', messagesIn(locale).facts.topics, values)
}

function otherLinksFact(context: NetworkContext) {
  const {id, row, locale} = context
  const values = mapValid(row.otherLinks, id, (link) => {
    const key = link._key ?? ''
    const href = safeUrl(link.url)
    if (!href) throw new TypeError(`a link has no address that may be followed (${key})`)
    const text = pickText(link.title, locale) ?? {text: displayUrl(href)}
    return textValue(key, text, {href, ...editOf(context, itemPath('otherLinks', key))})
  })
  return factOf('otherLinks', messagesIn(locale).facts.otherLinks, values)
}

const builders = [
  namesFact,
  bodyTypeFact,
  bodyFact('parent'),
  bodyFact('host'),
  memberOfFact,
  compositionFact,
  topicsFact,
  eventsFact,
  websiteFact,
  otherLinksFact,
  identifiersFact,
]

/** The facts of a network in reading order. A missing or malformed fact is left out; the others stay. */
export function networkFacts(id: string, row: NetworkRow, locale: Locale, now: Date): Fact[] {
  const context: NetworkContext = {id, type: 'network', row, locale, now}
  return [
    ...mapValid([countFacts], id, (build) => build(context)).flat(),
    ...mapValid(builders, id, (build) => build(context)),
  ]
}
