import {dayOf} from '#lib/dates/day.ts'
import {formatPartialDate} from '#lib/dates/partial-date.ts'
import type {Localized} from '#lib/i18n/localized.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {checkedTypeNames, contentTypeNames, isOfType} from '#sanity/queries/content-types.ts'
import {addressesFragment, type FailingLink, failingLinks} from '#sanity/queries/link-report.ts'
import {checks} from './checks.ts'
import {failingLinkText} from './failing-link-text.ts'

export type CheckedRow = {
  _id: string
  _type: string
  /** A person's name and a source's title are strings. A membership has the name of its network. */
  name?: Localized | string
  lastChecked?: string | null
  /** One entry for each check: its id, or null. */
  reasons?: (string | null)[]
  /** Its addresses in the last report of the link checker. */
  failing?: FailingLink[] | null
}

const rowFields = '_id, _type, lastChecked, "name": coalesce(name, title, network->name)'

/**
 * For an hour, a new document is still being written, also when it was published in between. The Studio dates the
 * check of a new document; imported documents have none, and are listed at once.
 */
const isBeingWritten =
  '(_createdAt > $writtenSince && (_originalId in path("drafts.**") || coalesce(lastChecked, "") >= $writtenDay))'

/** All documents that need a check, with the ids of their reasons: one query for every list and count. */
export const NEEDS_CHECK_QUERY = `*[${isOfType(contentTypeNames)} && !${isBeingWritten}]{
  ${rowFields},
  "reasons": [${checks.map(({id, filter}) => `select((${filter}) => "${id}")`).join(', ')}],
  "addresses": ${addressesFragment}
}[count(reasons[defined(@)]) > 0]{
  _id, _type, lastChecked, name, reasons,
  "failing": ${failingLinks}[url in ^.addresses]
}`

export const YEARLY_QUERY = `*[${isOfType(checkedTypeNames)} && !${isBeingWritten}]
  | order(coalesce(lastChecked, "") asc) {${rowFields}}`

const dayText = (day: string) => formatPartialDate(day, studioLanguage) ?? day

const lastCheckText = (lastChecked: string | null | undefined) =>
  lastChecked
    ? t(`naposledy ověřeno ${dayText(lastChecked)}`, `last checked ${dayText(lastChecked)}`)
    : t('ještě neověřeno', 'never checked')

/** Why a document is in the list, in words. */
export const reasonText = ({reasons = [], lastChecked, failing}: CheckedRow): string =>
  reasons
    .flatMap((reason) => {
      if (reason === 'not-checked') return lastCheckText(lastChecked)
      if (reason === 'not-answering') return failing?.map(failingLinkText)
      return checks.find(({id}) => id === reason)?.reason
    })
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
