import {identifierUrl} from '../content/identifier-url.ts'
import type {MembershipRow, NetworkRow} from '../content/query-rows.ts'
import {type Locale, locales} from '../i18n/locales.ts'
import type {Localized} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {localized} from './columns.ts'
import {type Body, bodies, type Item, idColumns, itemId, itemsOf, type List, text} from './item.ts'
import {pastEdtf, table} from './table.ts'

type ItemOf<Field extends 'corrections' | 'identifiers' | 'otherLinks' | 'composition'> = NonNullable<
  NonNullable<NetworkRow[Field]>[number]
>

type CorrectionRow = ItemOf<'corrections'> & {
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
  idOf: itemId,
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

type IdentifierRow = ItemOf<'identifiers'>

export const identifiersTable = table<Item<IdentifierRow>>({
  name: 'identifiers',
  title: {cs: 'Identifikátory', en: 'Identifiers'},
  description: 'Numbers of SIMI and the networks in registers',
  key: ['id'],
  rows: (content) => itemsOf<IdentifierRow>(bodies(content), ({identifiers}: Body) => identifiers),
  idOf: itemId,
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

type LinkRow = ItemOf<'otherLinks'>

export const linksTable = table<Item<LinkRow>>({
  name: 'links',
  title: {cs: 'Odkazy', en: 'Links'},
  description: 'Links of the networks beside their websites',
  key: ['id'],
  rows: ({networks}) => itemsOf<LinkRow>(networks, ({otherLinks}: NetworkRow) => otherLinks),
  idOf: itemId,
  columns: [
    ...idColumns<Item<LinkRow>>(),
    ...localized<Item<LinkRow>>('title', 'What it leads to', ({title}, locale) => title?.[locale]),
    {
      ...text('url', 'Address'),
      format: 'uri',
      isRequired: true,
      value: ({url}) => requireString(safeUrl(url), 'the address of a link'),
    },
  ],
})

type PartRow = ItemOf<'composition'>

export const compositionTable = table<Item<PartRow>>({
  name: 'composition',
  title: {cs: 'Složení', en: 'Composition'},
  description: 'Who the networks consist of, one group a row',
  key: ['id'],
  rows: ({networks}) => itemsOf<PartRow>(networks, ({composition}: NetworkRow) => composition),
  idOf: itemId,
  columns: [
    ...idColumns<Item<PartRow>>(),
    ...localized<Item<PartRow>>('part', 'Who', (row, locale) => row[locale]),
  ],
})

type DocumentRow = NonNullable<NonNullable<MembershipRow['documents']>[number]>

export const documentsTable = table<Item<DocumentRow>>({
  name: 'documents',
  title: {cs: 'Dokumenty', en: 'Documents'},
  description: 'Documents about memberships',
  key: ['id'],
  rows: ({networks}) =>
    itemsOf<DocumentRow>(
      networks.flatMap(({_id, memberships}) => mapValid(memberships, _id ?? '', (each) => each)),
      ({documents}: MembershipRow) => documents,
    ),
  idOf: itemId,
  columns: [
    {...text('id', 'Stable id'), isRequired: true, value: itemId},
    {
      ...text('membership_id', 'The membership'),
      isRequired: true,
      refersTo: 'memberships',
      value: ({bodyId}) => bodyId,
    },
    {
      ...text('title', 'Title'),
      isRequired: true,
      value: ({title}) => requireString(title, 'the title of a document'),
    },
    {...text('lang', 'The language of the title (BCP 47)'), value: ({lang}) => parseString(lang)},
    {...text('url', 'Address'), format: 'uri', value: ({url}) => safeUrl(url)},
    {...text('date_edtf', 'Its date (EDTF)'), value: ({date}, content) => pastEdtf(date, content)},
  ],
})
