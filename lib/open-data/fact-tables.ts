import type {OrganizationRow} from '../content/home-view.ts'
import {identifierUrl} from '../content/identifier-url.ts'
import {isDisputed} from '../content/qualifications.ts'
import type {CountRow, EventRow, NameRow, NetworkRow} from '../content/query-rows.ts'
import {type Locale, locales} from '../i18n/locales.ts'
import type {Localized} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseInteger, parseString, requireString} from '../parsing/parse.ts'
import {localized, sourceColumn} from './columns.ts'
import {type Column, type Content, edtf, pastEdtf, table} from './table.ts'

/** A fact of a body: an item of a list in its document. The id is the document's, with the item's key. */
type Item<Fact> = Fact & {id: string; bodyId: string}

type List<Fact> = readonly Fact[] | null | undefined

function itemsOf<Fact extends {_key?: string | null | undefined}>(
  bodies: readonly ({_id?: string | null | undefined} | undefined)[],
  listOf: (body: never) => List<Fact>,
): Item<Fact>[] {
  return bodies.flatMap((body) => {
    const bodyId = body && parseString(body._id)
    if (!bodyId) return []
    return mapValid(listOf(body as never), bodyId, (fact) => ({
      ...fact,
      id: `${bodyId}#${requireString(fact._key, 'the key of an item')}`,
      bodyId,
    }))
  })
}

type Body = NetworkRow | OrganizationRow

/** SIMI first, then the networks. */
const bodies = ({networks, home}: Content) => [home, ...networks]

const idColumns = <Row extends Item<unknown>>(): Column<Row>[] => [
  {name: 'id', description: 'Stable id', isRequired: true, value: ({id}) => id},
  {
    name: 'body_id',
    description: 'The body that it is about: its id in networks or organizations',
    isRequired: true,
    value: ({bodyId}) => bodyId,
  },
]

const idOf = ({id}: {id: string}) => id

const text = (name: string, description: string) => ({name, description})

export const namesTable = table<Item<NameRow>>({
  name: 'names',
  title: {cs: 'Další názvy', en: 'Other names'},
  description: 'Acronyms, former names, translations and spellings of SIMI and the networks',
  key: ['id'],
  rows: (content) => itemsOf<NameRow>(bodies(content), ({names}: Body) => names),
  idOf,
  columns: [
    ...idColumns<Item<NameRow>>(),
    {
      ...text('name', 'The name'),
      isRequired: true,
      value: (row) => requireString(row.text, 'the text of a name'),
    },
    {...text('lang', 'Its language (BCP 47)'), value: ({lang}) => parseString(lang)},
    {
      ...text('kind', 'official, translation, acronym, former, or as-in-source: as written in the source'),
      value: ({kind}) => parseString(kind),
    },
    {...text('from_edtf', 'Since when it was used (EDTF)'), value: ({from}) => edtf(from)},
    {...text('to_edtf', 'Until when it was used (EDTF)'), value: ({to}) => edtf(to)},
    {
      ...text('announced_edtf', 'When it was announced (EDTF)'),
      value: ({announced}, content) => pastEdtf(announced, content),
    },
    ...localized<Item<NameRow>>('note', 'A remark of the editors', ({note}, locale) => note?.[locale]),
    sourceColumn(),
  ],
})

type EventItem = Item<EventRow & {isDisputed: boolean}>

export const eventsTable = table<EventItem>({
  name: 'events',
  title: {cs: 'Historie', en: 'History'},
  description: 'What happened to SIMI and the networks. Sources that contradict each other have a row each',
  key: ['id'],
  rows: (content) =>
    itemsOf(bodies(content), ({events}: Body) =>
      Array.isArray(events)
        ? events.map((event) => event && {...event, isDisputed: isDisputed(event, events)})
        : events,
    ) as EventItem[],
  idOf,
  columns: [
    ...idColumns<EventItem>(),
    {...text('kind', 'What happened: founded, registered, renamed, …'), value: ({kind}) => parseString(kind)},
    {...text('date_edtf', 'When (EDTF). It may lie ahead'), value: ({date}) => edtf(date)},
    ...localized<EventItem>('text', 'What happened, in words', (row, locale) => row.text?.[locale]),
    {
      ...text('disputed', 'Sources give different dates'),
      type: 'boolean',
      isRequired: true,
      value: (row) => row.isDisputed,
    },
    {
      ...text('unverified', 'An editor has marked it as not verified'),
      type: 'boolean',
      isRequired: true,
      value: ({status}) => status === 'unverified',
    },
    sourceColumn(),
  ],
})

export const countsTable = table<Item<CountRow>>({
  name: 'counts',
  title: {cs: 'Počty členů', en: 'Numbers of members'},
  description:
    'How large the networks are, according to each source. Figures of different sources may disagree',
  key: ['id'],
  rows: ({networks}) => itemsOf<CountRow>(networks, ({counts}: NetworkRow) => counts),
  idOf,
  columns: [
    ...idColumns<Item<CountRow>>(),
    {
      ...text('value', 'The number'),
      type: 'integer',
      isRequired: true,
      value: ({value}) => parseInteger(value),
    },
    {
      ...text('qualifier', 'exact, atLeast or about'),
      value: ({qualifier}) => parseString(qualifier),
    },
    {
      ...text('unit', 'organisations, representatives, individuals or countries'),
      isRequired: true,
      value: ({unit}) => requireString(unit, 'the unit of a count'),
    },
    {
      ...text('as_of_edtf', 'The time of the count (EDTF). Empty: undated, do not read it as current'),
      value: ({asOf}, content) => pastEdtf(asOf, content),
    },
    ...localized<Item<CountRow>>('note', 'A remark of the editors', ({note}, locale) => note?.[locale]),
    sourceColumn(),
  ],
})

type TopicRow = NonNullable<NonNullable<NetworkRow['topics']>[number]>

export const topicsTable = table<Item<TopicRow>>({
  name: 'topics',
  title: {cs: 'Témata', en: 'Topics'},
  description: 'What the networks worked on in a period',
  key: ['id'],
  rows: ({networks}) => itemsOf<TopicRow>(networks, ({topics}: NetworkRow) => topics),
  idOf,
  columns: [
    ...idColumns<Item<TopicRow>>(),
    ...localized<Item<TopicRow>>('topic', 'The topic', (row, locale) => row.text?.[locale]),
    {
      ...text('period_edtf', 'When it was a topic (EDTF). Empty: the source does not say'),
      value: ({period}) => edtf(period),
    },
    sourceColumn(),
  ],
})

type CorrectionRow = NonNullable<NonNullable<NetworkRow['corrections']>[number]> & {
  textLang?: Locale
}

/** The corrections of the source text, as on the page: those in its language. */
const corrections = ({sourceText, corrections: list}: NetworkRow): List<CorrectionRow> => {
  const textLang = locales.find((locale) => locale === sourceText?.lang)
  if (!textLang || !Array.isArray(list)) return textLang ? list : []
  return list.filter((one) => !one?.lang || one.lang === textLang).map((one) => one && {...one, textLang})
}

export const correctionsTable = table<Item<CorrectionRow>>({
  name: 'corrections',
  title: {cs: 'Opravy', en: 'Corrections'},
  description: 'Where the text on a network’s page differs from its source',
  key: ['id'],
  rows: ({networks}) => itemsOf<CorrectionRow>(networks, corrections),
  idOf,
  columns: [
    ...idColumns<Item<CorrectionRow>>(),
    {...text('lang', 'The language of the corrected text'), value: ({textLang}) => textLang},
    {
      ...text('original', 'What the source says'),
      isRequired: true,
      value: ({from}) => requireString(from, 'the text before a correction'),
    },
    {
      ...text('corrected', 'What the page says'),
      isRequired: true,
      value: ({to}) => requireString(to, 'the text after a correction'),
    },
    ...localized<Item<CorrectionRow>>('reason', 'Why', ({reason}, locale) => (reason as Localized)?.[locale]),
  ],
})

type IdentifierRow = NonNullable<NonNullable<NetworkRow['identifiers']>[number]>

export const identifiersTable = table<Item<IdentifierRow>>({
  name: 'identifiers',
  title: {cs: 'Identifikátory', en: 'Identifiers'},
  description: 'Numbers of SIMI and the networks in registers',
  key: ['id'],
  rows: (content) => itemsOf<IdentifierRow>(bodies(content), ({identifiers}: Body) => identifiers),
  idOf,
  columns: [
    ...idColumns<Item<IdentifierRow>>(),
    {
      ...text('scheme', 'The register: ico, eu-transparency-register or wikidata'),
      value: ({scheme}) => parseString(scheme),
    },
    {
      ...text('value', 'The number'),
      isRequired: true,
      value: ({value}) => requireString(value, 'the value of an identifier'),
    },
    {
      ...text('url', 'Its entry in the register'),
      format: 'uri',
      value: ({scheme, value}) => identifierUrl(scheme, value),
    },
  ],
})
