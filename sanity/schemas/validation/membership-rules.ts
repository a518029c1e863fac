import {getPublishedId} from '@sanity/client/csm'
import type {CustomValidator, Reference, SanityDocument} from 'sanity'
import {isChecked} from '#lib/content/last-checked.ts'
import {contradictionOf} from '#lib/content/membership-state.ts'
import {parsePartialDate} from '#lib/dates/partial-date.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateText} from '../preview-text.ts'
import {withLink} from './linked-message.ts'
import type {QueryCheck} from './query-rules.ts'

type Period = {since?: string; until?: string}
type Membership = SanityDocument & Period & {network?: Reference; member?: Reference; role?: string}

/**
 * True if two periods overlap in every reading of their partial dates. A period that ends in 2015 and one
 * that begins in 2015 may follow each other, so they do not overlap. A missing date is an open end.
 */
function overlap(a: Period, b: Period): boolean {
  const endsBefore = (one: Period, other: Period) => {
    const [end, beginning] = [parsePartialDate(one.until), parsePartialDate(other.since)]
    if (!end || !beginning) return false
    // "Before 2010" may end at any earlier time, "after 2005" may begin at any later time.
    return !end.earliest || !beginning.latest || end.earliest <= beginning.latest
  }
  return !endsBefore(a, b) && !endsBefore(b, a)
}

/** A document rule: a member has the same role in the same network only once at a time. */
export const hasNoOverlap: QueryCheck<SanityDocument | undefined> = async (value, runQuery) => {
  const membership = value as Membership | undefined
  if (!membership?.network?._ref || !membership.member?._ref) return true
  const memberships = await runQuery<(Period & {_id: string})[]>(
    `*[
      _type == "membership"
      && network._ref == $network
      && member._ref == $member
      && coalesce(role, "") == $role
    ]{_id, since, until}`,
    {
      network: membership.network._ref,
      member: membership.member._ref,
      role: membership.role ?? '',
    },
    'validation.memberships-overlap',
  )
  const own = getPublishedId(membership._id)
  const other = memberships.find((each) => getPublishedId(each._id) !== own && overlap(membership, each))
  if (!other) return true
  const message = t(
    'Tato účast (stejný člen, síť i role) už je jinde zapsána pro stejné období. Ukončete starší datem „Do“, nebo tuto smažte.',
    'The same member already has this role in this network at that time. End the older one with Until, or delete this one.',
  )
  return withLink(message, {
    id: getPublishedId(other._id),
    type: 'membership',
    title: t('druhé členství', 'the other membership'),
  })
}

/** Warns when an active membership was not checked within two years. */
export const isRecentlyChecked: CustomValidator<string | undefined> = (status, {document}) => {
  if (status !== 'active') return true
  return isChecked(document?.lastChecked)
    ? true
    : t(
        'Aktivní účast má být ověřená za poslední dva roky: ověřte ji a vyplňte „Naposledy ověřeno“.',
        'An active membership should have been checked within two years: check it and fill in Last checked.',
      )
}

/** A role is required, unless no source states one: pages print only roles that a source states. */
export const hasStatedRole: CustomValidator<string | undefined> = (role, {document}) =>
  role || document?.roleStated === false
    ? true
    : t(
        'Vyberte roli, nebo níže vypněte „Roli uvádí zdroj“.',
        'Choose a role, or switch off "A source states the role" below.',
      )

/** Reports at `status`, which is always visible. `isNotBefore` reports an end before its beginning. */
export const statusAgreesWithDates: CustomValidator<string | undefined> = (status, {document}) => {
  const {since, until} = (document ?? {}) as Period
  const end = dateText(until)
  switch (contradictionOf({since, until, status}, new Date())) {
    case 'goes-on-but-ended':
      return t(
        `„Do“ (${end}) už minulo: zvolte „skončilo“, nebo „Do“ vymažte.`,
        `Until (${end}) has passed: choose “it has ended”, or clear Until.`,
      )
    case 'ended-but-lies-ahead':
      return t(
        'Datum teprve přijde: zvolte „trvá“ (konec v „Do“ zůstane), nebo datum opravte.',
        'The date lies ahead: choose “it goes on” (the end in Until stays), or correct the date.',
      )
    case 'not-known-but-has-an-end':
      return t(
        `„Do“ (${end}) je vyplněné: zvolte „skončilo“ (nebo „trvá“, je-li konec teprve před námi), nebo „Do“ vymažte.`,
        `Until (${end}) is filled in: choose “it has ended” (or “it goes on” if the end lies ahead), or clear Until.`,
      )
    default:
      return true
  }
}
