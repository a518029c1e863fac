import type {Locale} from '../i18n/locales.ts'
import {type Localized, pickText, type Text} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import type {Fact} from './fact.ts'
import type {EventRow, NameRow, NetworkRow} from './query-rows.ts'
import {eventsFact, identifiersFact, namesFact, websiteFact} from './shared-facts.ts'

export type OrganizationRow = {
  _id?: string | null
  name?: Localized
  summary?: Localized
  website?: string | null
  names?: NameRow[] | null
  events?: EventRow[] | null
  identifiers?: NetworkRow['identifiers']
}

/** The view model of the home page: the organisation's name, summary and facts. */
export type HomeView = {id: string; name?: Text; summary?: Text; facts: Fact[]}

/** Without the document, or with a malformed one, there are no facts. */
export function homeView(
  row: OrganizationRow | null | undefined,
  locale: Locale,
  now = new Date(),
): HomeView {
  const id = (row && parseString(row._id)) ?? ''
  if (!row) return {id, facts: []}
  const [name] = mapValid([row.name], id, (field) => pickText(field, locale))
  const [summary] = mapValid([row.summary], id, (field) => pickText(field, locale))
  const facts = mapValid([namesFact, eventsFact, websiteFact, identifiersFact], id, (build) =>
    build({id, type: 'organization', row, locale, now}),
  )
  return {id, ...(name && {name}), ...(summary && {summary}), facts}
}
