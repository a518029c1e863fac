import {isDisputed} from '../content/qualifications.ts'
import type {CountRow, EventRow, NameRow, NetworkRow} from '../content/query-rows.ts'
import {parseInteger, parseString, requireString} from '../parsing/parse.ts'
import {localized, sourceColumn} from './columns.ts'
import {type Body, bodies, type Item, idColumns, itemId, itemsOf, text} from './item.ts'
import {edtf, pastEdtf, table} from './table.ts'

export const namesTable = table<Item<NameRow>>({
  name: 'names',
  title: {cs: 'Další názvy', en: 'Other names'},
  description: 'Acronyms, former names, translations and spellings of SIMI and the networks',
  key: ['id'],
  rows: (content) => itemsOf<NameRow>(bodies(content), ({names}: Body) => names),
  idOf: itemId,
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
  idOf: itemId,
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
  idOf: itemId,
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
  idOf: itemId,
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
