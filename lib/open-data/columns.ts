import {isOnSite, networkLink} from '../content/network-link.ts'
import type {BodyRow, SourceRow} from '../content/query-rows.ts'
import type {Locale} from '../i18n/locales.ts'
import {parseString} from '../parsing/parse.ts'
import type {Column} from './table.ts'

/** Columns that several tables have. */

const languages: Record<Locale, string> = {cs: 'Czech', en: 'English'}

/** A text in both languages, one column each. Empty where the text is only in the other language. */
export const localized = <Row>(
  name: string,
  description: string,
  value: (row: Row, locale: Locale) => unknown,
): Column<Row>[] =>
  (['cs', 'en'] as const).map((locale) => ({
    name: `${name}_${locale}`,
    description: `${description}, in ${languages[locale]}`,
    value: (row) => parseString(value(row, locale)),
  }))

/** The id of a body, if it is in the data: a network without a page is not. */
export function bodyId(body: BodyRow | null | undefined): string | undefined {
  const id = parseString(body?._id)
  if (!body || (body._type === 'network' && !isOnSite(networkLink(body, 'cs')))) return undefined
  return id
}

/** A body that a row refers to: its id, and its name in both languages. */
export const bodyColumns = <Row>(
  name: string,
  description: string,
  body: (row: Row) => BodyRow | null | undefined,
): Column<Row>[] => [
  {
    name: `${name}_id`,
    description: `${description}: its id in networks or organizations`,
    value: (row) => bodyId(body(row)),
  },
  ...localized<Row>(name, `${description}: its name`, (row, locale) => body(row)?.name?.[locale]),
]

export const sourceColumn = <Row extends {source?: SourceRow | null | undefined}>(): Column<Row> => ({
  name: 'source_id',
  description: 'The source. Empty: no source is known',
  refersTo: 'sources',
  value: ({source}) => parseString(source?._id),
})
