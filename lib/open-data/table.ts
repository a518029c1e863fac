import {stringify} from 'csv-stringify/sync'
import type {OrganizationRow} from '../content/home-view.ts'
import type {NetworkRow} from '../content/query-rows.ts'
import {isFuture} from '../dates/date-comparison.ts'
import {parsePartialDate} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'

/** The answers of the queries. */
export type Rows = {
  networks: readonly NetworkRow[] | null | undefined
  home?: OrganizationRow | null | undefined
}

/** What the tables are made from: the networks with a page, and the organisation whose site this is. */
export type Content = {
  networks: readonly NetworkRow[]
  home: OrganizationRow | undefined
  siteUrl: string
  now: Date
}

/**
 * A column. `value` has one value for a cell, or undefined for an empty cell. `type`, `format` and `isKey`
 * follow Frictionless Table Schema (https://datapackage.org/standard/table-schema/). `refersTo`: the table
 * whose first column has this value.
 */
export type Column<Row> = {
  name: string
  description: string
  type?: 'string' | 'integer' | 'boolean' | 'date'
  format?: 'uri'
  isRequired?: true
  refersTo?: string
  value: (row: Row, content: Content) => string | number | boolean | undefined
}

type Definition<Row> = {
  name: string
  title: Record<Locale, string>
  description: string
  /** The first column, or both columns of a table of pairs, identify a row. */
  key: readonly string[]
  rows: (content: Content) => Row[]
  idOf: (row: Row) => string
  columns: readonly Column<Row>[]
}

/** A table without the type of its rows, so that tables of different rows fit into one list. */
export type Table = Pick<Definition<unknown>, 'name' | 'title' | 'description' | 'key'> & {
  columns: readonly Omit<Column<unknown>, 'value'>[]
  records: (content: Content) => Record<string, unknown>[]
}

/** A malformed row is left out and logged. */
export const table = <Row>({rows, idOf, columns, ...rest}: Definition<Row>): Table => ({
  ...rest,
  columns,
  records: (content) =>
    mapValid(rows(content), idOf, (row) =>
      Object.fromEntries(columns.map(({name, value}) => [name, value(row, content)])),
    ),
})

/**
 * `plain`: RFC 4180 as programs expect it. `excel`: as Excel with Czech settings expects it, with semicolons
 * and a byte order mark. Many programs would read the mark as a part of the first column's name. Both: cells
 * that look like formulas have an apostrophe in front.
 */
export const variants = ['plain', 'excel'] as const
export type Variant = (typeof variants)[number]

export const csvOf = ({columns, records}: Table, content: Content, variant: Variant): string =>
  stringify(records(content), {
    header: true,
    columns: columns.map(({name}) => name),
    bom: variant === 'excel',
    delimiter: variant === 'excel' ? ';' : ',',
    cast: {boolean: String},
    escape_formulas: true,
    record_delimiter: 'windows',
  })

/** @throws TypeError on an unreadable date: the row is left out, as on the pages. */
export function edtf(value: unknown): string | undefined {
  const date = parseString(value)
  if (date !== undefined && !parsePartialDate(date)) throw new TypeError(`"${date}" is not a date`)
  return date
}

/** The date of a check, a reading or a count. A future date is a typing error and is left out. */
export const pastEdtf = (value: unknown, {now}: Content): string | undefined =>
  isFuture(value, now) ? undefined : edtf(value)
