import {buildEach} from '../build-each.ts'
import type {Locale} from '../locales.ts'
import {type Localized, pickText} from '../localized.ts'
import {machineDate} from '../partial-date.ts'
import {isAhead} from '../past-or-ahead.ts'
import {readString, requireString} from '../read.ts'
import {safeUrl} from '../safe-url.ts'
import type {EventRow, NameRow, NetworkRow} from '../views/rows.ts'

type Row = {
  name?: Localized
  names?: NameRow[] | null | undefined
  website?: string | null | undefined
  events?: EventRow[] | null | undefined
  identifiers?: NetworkRow['identifiers']
}

/** Other names, each once. Former ones as well: schema.org has no word for them, so their dates are lost. */
function alternateNames(id: string, row: Row, name: string): string[] {
  const names = [
    row.name?.cs,
    row.name?.en,
    ...buildEach(row.names, id, ({text}) => requireString(text, 'the text of a name')),
  ]
  const known = names.flatMap((text) => (typeof text === 'string' && text.trim() ? [text] : []))
  return [...new Set(known)].filter((text) => text !== name)
}

/**
 * The one day, month or year of foundation that sources give and nobody disputes; schema.org takes ISO 8601, so a
 * season or a doubtful date is not said at all.
 */
function foundingDate(events: Row['events'], now: Date): string | undefined {
  const founded = (Array.isArray(events) ? events : []).filter((event) => event?.kind === 'founded')
  if (founded.some(({status, source}) => !source || (status !== 'verified' && status !== 'per-source'))) {
    return undefined
  }
  const dates = new Set(founded.map(({date}) => date))
  const [date] = dates
  // A foundation that lies ahead is a slip of the keyboard.
  return dates.size === 1 && !isAhead(date, now) ? machineDate(date) : undefined
}

/** What a network and an organisation have in common, in the words of schema.org. */
export function bodyProperties(id: string, row: Row, locale: Locale, now: Date) {
  const name = pickText(row.name, locale)?.text
  if (!name) throw new TypeError('the body has no name')
  const alternateName = alternateNames(id, row, name)
  const url = safeUrl(row.website)
  const founded = foundingDate(row.events, now)
  const identifier = buildEach(row.identifiers, id, ({scheme, value}) => ({
    '@type': 'PropertyValue' as const,
    ...(readString(scheme) && {propertyID: readString(scheme)}),
    value: requireString(value, 'the value of an identifier'),
  }))
  return {
    name,
    ...(alternateName.length > 0 && {alternateName}),
    ...(url && {url}),
    ...(founded && {foundingDate: founded}),
    ...(identifier.length > 0 && {identifier}),
  }
}
