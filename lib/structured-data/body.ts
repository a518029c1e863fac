import {identifierUrl} from '../content/identifier-url.ts'
import {foundingDate} from '../content/qualifications.ts'
import type {EventRow, NameRow, NetworkRow} from '../content/query-rows.ts'
import type {Locale} from '../i18n/locales.ts'
import {type Localized, pickText} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'

type Row = {
  name?: Localized
  names?: NameRow[] | null | undefined
  website?: string | null | undefined
  events?: EventRow[] | null | undefined
  identifiers?: NetworkRow['identifiers']
}

/**
 * Other names without duplicates. Former names are left out: schema.org has no term for them, so they would
 * look current.
 */
function alternateNames(id: string, row: Row, name: string): string[] {
  const names = [
    row.name?.cs,
    row.name?.en,
    ...mapValid(row.names, id, ({text, kind, to}) =>
      kind === 'former' || to ? undefined : requireString(text, 'the text of a name'),
    ),
  ]
  const known = names.flatMap((text) => (typeof text === 'string' && text.trim() ? [text] : []))
  return [...new Set(known)].filter((text) => text !== name)
}

/** The schema.org properties that networks and organisations share. */
export function bodyProperties(id: string, row: Row, locale: Locale, now: Date) {
  const name = pickText(row.name, locale)?.text
  if (!name) throw new TypeError('the body has no name')
  const alternateName = alternateNames(id, row, name)
  const url = safeUrl(row.website)
  const founded = foundingDate(row.events, now)
  const identifier = mapValid(row.identifiers, id, ({scheme, value}) => {
    const entry = identifierUrl(scheme, value)
    return {
      '@type': 'PropertyValue' as const,
      ...(parseString(scheme) && {propertyID: parseString(scheme)}),
      value: requireString(value, 'the value of an identifier'),
      ...(entry && {url: entry}),
    }
  })
  const sameAs = identifier.flatMap(({url: entry}) => entry ?? [])
  return {
    name,
    ...(alternateName.length > 0 && {alternateName}),
    ...(url && {url}),
    ...(founded && {foundingDate: founded}),
    ...(identifier.length > 0 && {identifier}),
    ...(sameAs.length > 0 && {sameAs}),
  }
}
