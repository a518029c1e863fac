import type {Locale} from '../i18n/locales.ts'
import {joinedBy, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {lookUp, parseString, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import type {EditTarget} from './edit-target.ts'
import {
  type Fact,
  type FactValue,
  factOf,
  note,
  periodNotes,
  readDate,
  readPastDate,
  readSourceLink,
  textValue,
  textWithLang,
} from './fact.ts'
import {memberName} from './member-name.ts'
import {endText} from './membership-period.ts'
import {membershipState, printedStatus, statedAt} from './membership-state.ts'
import {bodyReference} from './network-link.ts'
import type {MembershipRow} from './query-rows.ts'

/** One membership of a network. The first fact is the member. */
export type MembershipView = {id: string; facts: Fact[]}

/** The fields that decide the printed status: dates may contradict the stored one. */
type StatusRow = Pick<MembershipRow, 'status' | 'since' | 'until' | 'asOf' | 'lastChecked'>

type Context = {id: string; row: MembershipRow; locale: Locale; now: Date}

const edit = (id: string, path: string): {edit: EditTarget} => ({edit: {id, type: 'membership', path}})

/** The posts of a member who is a person, each once: several sources may tell of the same. */
function positions({id, row, locale, now}: Context): Text[] {
  if (row.member?._type !== 'person') return []
  const posts = mapValid(row.member.positions, id, (position) => {
    const title = pickText(position.title, locale)
    const where = pickText(position.organization?.name, locale)
    const date = readPastDate(position.asOf, locale, now)
    return (
      title && {
        post: joinedBy(', ', [title, ...(where ? [where] : [])]),
        notes: [...periodNotes(position, locale), ...note(date && `${messagesIn(locale).asOf} ${date.text}`)],
      }
    )
  })
  const once = posts.filter(
    ({post}, index) => posts.findIndex((other) => other.post.text === post.text) === index,
  )
  return once.map(({post, notes}) => joinedBy(', ', [post, ...notes]))
}

function member(context: Context) {
  const {id, locale} = context
  const value = textValue('member', memberName(context.row, locale), {
    notes: positions(context),
    ...edit(id, 'member'),
  })
  return factOf('member', messagesIn(locale).membership.member, [value])
}

function onBehalfOf({id, row, locale}: Context) {
  const reference = bodyReference(row.onBehalfOf, locale)
  const value = reference && {key: 'onBehalfOf', notes: [], ...reference, ...edit(id, 'onBehalfOf')}
  return factOf('onBehalfOf', messagesIn(locale).membership.onBehalfOf, [value])
}

/**
 * The role in words, for pages, pictures and data alike. Undefined unless a source states the role. An
 * editor's own label takes precedence over the general word. In Czech that word follows the grammatical
 * gender of a person. Both forms are printed if the gender is not given and the member is not an
 * organisation. Czech uses the masculine for organisations: "Sdružení je členem".
 */
export function roleText(row: MembershipRow, locale: Locale): Text | undefined {
  if (row.roleStated === false) return undefined
  const label = pickText(row.roleLabel, locale)
  if (label) return label
  const forms = lookUp(messagesIn(locale).roles, row.role)
  if (!forms) return undefined
  const {masculine, feminine} = forms
  const {member} = row
  const gender = member?._type === 'person' ? member.grammaticalGender : undefined
  if (member?._type === 'organization' || gender === 'masculine') return {text: masculine}
  if (gender === 'feminine' || feminine === masculine) return {text: feminine}
  return {text: `${masculine} / ${feminine}`}
}

function role({id, row, locale}: Context) {
  return factOf('role', messagesIn(locale).membership.role, [
    textValue('role', roleText(row, locale), edit(id, 'role')),
  ])
}

function since({id, row, locale, now}: Context) {
  const date = readDate(membershipState(row, now).since, locale)
  const value = date && {key: 'since', date, notes: [], ...edit(id, 'since')}
  return factOf('since', messagesIn(locale).membership.since, [value])
}

function until({id, row, locale, now}: Context) {
  const state = membershipState(row, now)
  const end = endText(state, locale)
  const value: FactValue | undefined = state.until
    ? end && {key: 'until', date: end, notes: [], ...edit(id, 'until')}
    : textValue('until', end, edit(id, 'until'))
  return factOf('until', messagesIn(locale).membership.until, [value])
}

function representatives({id, row, locale}: Context) {
  const values = mapValid(row.representatives, id, (representative): FactValue | undefined => {
    // A name needs consent: only an explicit `true` counts.
    if (representative.public !== true) return undefined
    const key = representative._key ?? ''
    const position = pickText(representative.position, locale)
    return {
      key,
      text: {text: requireString(representative.person?.name, 'the name of a representative')},
      notes: [...(position ? [position] : []), ...periodNotes(representative, locale)],
      ...edit(id, `representatives[_key=="${key}"]`),
    }
  })
  return factOf('representatives', messagesIn(locale).membership.representatives, values)
}

function contribution({id, row, locale}: Context) {
  const value = textValue(
    'contribution',
    pickText(row.contribution, locale),
    edit(id, `contribution.${locale}`),
  )
  return factOf('contribution', messagesIn(locale).membership.contribution, [value])
}

function reportsTo({id, row, locale}: Context) {
  const reference = bodyReference(row.reportsTo, locale)
  const value = reference && {key: 'reportsTo', notes: [], ...reference, ...edit(id, 'reportsTo')}
  return factOf('reportsTo', messagesIn(locale).membership.reportsTo, [value])
}

/** The status with the date of its source or its last check. */
export function statusText(
  row: StatusRow,
  locale: Locale,
  now = new Date(),
): {word: string; asOf?: string} | undefined {
  const {statuses, asOf} = messagesIn(locale)
  const word = lookUp(statuses, printedStatus(row, now))
  if (!word) return undefined
  const date = readDate(statedAt(row, now), locale)
  return {word, ...(date && {asOf: `${asOf} ${date.text}`})}
}

/** The status as one string: "not confirmed, as of 2016 or 2017". For outputs without a notice. */
export function statusWords(row: StatusRow, locale: Locale, now = new Date()): string | undefined {
  const status = statusText(row, locale, now)
  return status && [status.word, status.asOf].filter(Boolean).join(', ')
}

/**
 * The status as a short mark, for pages that say once what it means (`noticeOf`): "as of 2016 or 2017" for a
 * membership that is not confirmed.
 */
export function statusMark(row: StatusRow, locale: Locale, now = new Date()): string | undefined {
  if (printedStatus(row, now) !== 'unknown') return statusWords(row, locale, now)
  return statusText(row, locale, now)?.asOf ?? messagesIn(locale).membership.undatedSource
}

/** The sentence for a page that marks memberships. Undefined if none of them is in doubt. */
export const noticeOf = (
  rows: readonly (StatusRow | null | undefined)[],
  locale: Locale,
  now = new Date(),
): string | undefined =>
  mapValid(rows, 'notice', (row) => (row && printedStatus(row, now) === 'unknown') || undefined).length > 0
    ? messagesIn(locale).notice
    : undefined

/** The same for a page of networks. */
export const noticeOfNetworks = (
  rows: readonly {memberships: readonly (StatusRow | null | undefined)[]}[],
  locale: Locale,
): string | undefined =>
  noticeOf(
    rows.flatMap(({memberships}) => memberships ?? []),
    locale,
  )

function status({id, row, locale, now}: Context) {
  const status = statusText(row, locale, now)
  const value = status && {
    key: 'status',
    text: {text: status.word},
    notes: note(status.asOf),
    ...edit(id, 'status'),
  }
  return factOf('status', messagesIn(locale).membership.status, [value])
}

function documents({id, row, locale, now}: Context) {
  const values = mapValid(row.documents, id, (document): FactValue => {
    const key = document._key ?? ''
    const href = safeUrl(document.url)
    const date = readPastDate(document.date, locale, now)
    return {
      key,
      text: textWithLang(requireString(document.title, 'the title of a document'), document.lang, locale),
      ...(href && {href}),
      notes: note(date?.text),
      ...edit(id, `documents[_key=="${key}"]`),
    }
  })
  return factOf('documents', messagesIn(locale).membership.documents, values)
}

function sources({id, row, locale}: Context) {
  const values = mapValid(row.sources, id, (source): FactValue | undefined => {
    const link = readSourceLink(source, locale)
    return (
      link && {
        key: link.id ?? link.title.text,
        text: link.title,
        ...(link.href && {href: link.href}),
        notes: [],
        ...edit(id, 'sources'),
      }
    )
  })
  return factOf('sources', messagesIn(locale).networkPage.sources, values)
}

const builders = [
  member,
  onBehalfOf,
  role,
  since,
  until,
  representatives,
  contribution,
  reportsTo,
  status,
  documents,
  sources,
]

/** @throws TypeError when the member has no name. */
export function membershipView(row: MembershipRow, locale: Locale, now = new Date()): MembershipView {
  const id = parseString(row._id) ?? ''
  if (!memberName(row, locale)) throw new TypeError('the membership has no member with a name')
  return {id, facts: mapValid(builders, id, (build) => build({id, row, locale, now}))}
}
