import {compareNames} from '../i18n/collation.ts'
import type {Locale} from '../i18n/locales.ts'
import {pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {compareNetworks} from './catalogue.ts'
import type {EditTarget} from './edit-target.ts'
import {statusMark} from './membership-view.ts'
import {networkLink} from './network-link.ts'
import type {BodiesRow, NetworkPageRow, RelatedRow} from './query-rows.ts'

/**
 * A related network, and the relations in words. `status` says how certain a relation is, `edit` where it is
 * stated.
 */
export type RelatedView = {
  id: string
  name: Text
  href: string
  how: {words: string; body?: Text; status?: string; edit: EditTarget}[]
}

/** A longer list would repeat the group pages. */
const MAX_RELATED = 12

const kinds = ['parent', 'host', 'memberOf', 'informed', 'parts'] as const
type Body = {kind: (typeof kinds)[number]; id: string; name: Text; status?: string}

function bodiesOf(bodies: BodiesRow, owner: string, locale: Locale): Body[] {
  const byName = compareNames(locale)
  return kinds.flatMap((kind) =>
    mapValid(bodies?.[kind], owner, (body): Body | undefined => {
      const id = parseString(body?._id)
      const name = pickText(body?.name, locale)
      const status = body ? statusMark(body, locale) : undefined
      return id && name ? {kind, id, name, ...(status && {status})} : undefined
    }).toSorted((a, b) => byName(a.name.text, b.name.text)),
  )
}

/**
 * Where a network states that it is related to a body. What it informs is stated in a membership and its parts
 * in the parts, whose ids the query does not return: these open the network itself.
 */
const editOf = (id: string, kind: Body['kind']): EditTarget => ({
  id,
  type: 'network',
  path: kind === 'informed' || kind === 'parts' ? 'name' : kind,
})

/** The ids by which related networks are found: the network itself, and every body related to it. */
export function bodyIdsOf({_id, bodies}: NetworkPageRow): string[] {
  const id = parseString(_id) ?? ''
  const others = kinds.flatMap((kind) => mapValid(bodies?.[kind], id, (body) => parseString(body?._id)))
  return [...new Set([id, ...others])].filter(Boolean)
}

/** The networks that share a body with this one, or are one of its bodies. */
export function relatedViews(
  row: NetworkPageRow,
  related: readonly RelatedRow[] | null | undefined,
  locale: Locale,
): RelatedView[] {
  const {shares, thisNetwork, toThis} = messagesIn(locale).related
  const id = parseString(row._id) ?? ''
  const own = bodiesOf(row.bodies, id, locale)
  const compare = compareNetworks(locale)
  const qualified = (status: string | undefined) => status && {status}
  return mapValid(
    related,
    (other) => other?._id,
    (other) => {
      const {id: otherId, name, paths} = networkLink(other, locale)
      const href = paths[locale]
      const shared = bodiesOf(other.bodies, otherId, locale).flatMap(
        ({kind, id: bodyId, name: body, status}) => {
          const relation = {words: shares[kind], ...qualified(status), edit: editOf(otherId, kind)}
          if (bodyId === id) return {...relation, body: {text: thisNetwork}}
          return own.some((each) => each.id === bodyId) ? {...relation, body} : []
        },
      )
      const direct = own
        .filter((each) => each.id === otherId)
        .map(({kind, status}) => ({
          words: toThis[kind],
          ...qualified(status),
          edit: editOf(id, kind),
        }))
      const how = [...direct, ...shared]
      if (!href || how.length === 0) return undefined
      const rank = parseString(other.orderRank)
      const view: RelatedView = {id: otherId, name, href, how}
      return {view, order: {id: otherId, name: name.text, ...(rank && {rank})}}
    },
  )
    .toSorted((a, b) => compare(a.order, b.order))
    .slice(0, MAX_RELATED)
    .map(({view}) => view)
}
