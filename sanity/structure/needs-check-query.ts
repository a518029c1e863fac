import {dayOf} from '#lib/dates/date-comparison.ts'
import {formatPartialDate} from '#lib/dates/partial-date.ts'
import type {Localized} from '#lib/i18n/localized.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {checkedTypeNames, contentTypeNames, isOfType} from '#sanity/queries/content-types.ts'
import {checks} from './checks.ts'

export type CheckedRow = {
  _id: string
  _type: string
  /** A person's name and a source's title are strings. A membership has the name of its network. */
  name?: Localized | string
  lastChecked?: string | null
  /** One entry for each check: its id, or null. */
  reasons?: (string | null)[]
}

const rowFields = '_id, _type, lastChecked, "name": coalesce(name, title, network->name)'

/** A draft of a new document is still being written. */
const isBeingWritten = '(_originalId in path("drafts.**") && _createdAt > $writtenSince)'

/** All documents that need a check, with the ids of their reasons: one query for every list and count. */
export const NEEDS_CHECK_QUERY = `*[${isOfType(contentTypeNames)} && !${isBeingWritten}]{
  ${rowFields},
  "reasons": [${checks.map(({id, filter}) => `select((${filter}) => "${id}")`).join(', ')}]
}[count(reasons[defined(@)]) > 0]`

export const YEARLY_QUERY = `*[${isOfType(checkedTypeNames)} && !${isBeingWritten}]
  | order(coalesce(lastChecked, "") asc) {${rowFields}}`

const dayText = (day: string) => formatPartialDate(day, studioLanguage) ?? day

const lastCheckText = (lastChecked: string | null | undefined) =>
  lastChecked
    ? t(`naposledy ověřeno ${dayText(lastChecked)}`, `last checked ${dayText(lastChecked)}`)
    : t('ještě neověřeno', 'never checked')

/** Why a document is in the list, in words. */
export const reasonText = ({reasons = [], lastChecked}: CheckedRow): string =>
  reasons
    .map((reason) =>
      reason === 'not-checked' ? lastCheckText(lastChecked) : checks.find(({id}) => id === reason)?.reason,
    )
    .filter(Boolean)
    .join(' · ')

/** The day one year after the last check, in words. */
export function dueText(lastChecked: string | null | undefined, now: Date): string {
  const due = new Date(`${lastChecked ?? ''}T00:00:00Z`)
  if (Number.isNaN(due.getTime())) return lastCheckText(undefined)
  due.setUTCFullYear(due.getUTCFullYear() + 1)
  const day = dayText(dayOf(due))
  return due < now
    ? t(`mělo se ověřit do ${day}`, `was due by ${day}`)
    : t(`ověřit do ${day}`, `due by ${day}`)
}
