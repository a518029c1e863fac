import {buildEach} from '../build-each.ts'
import type {Locale} from '../locales.ts'
import {pickText, type Text} from '../localized.ts'
import {messagesIn} from '../messages/messages.ts'
import {readString} from '../read.ts'
import {statusWords} from './membership-view.ts'
import {networkLink} from './network-link.ts'
import type {BodiesRow, NetworkPageRow} from './rows.ts'

/** Another network, and in words what the two have to do with each other; `status` is how sure that is. */
export type RelatedView = {
  id: string
  name: Text
  href: string
  how: {words: string; body?: Text; status?: string}[]
}

const kinds = ['parent', 'host', 'informed', 'parts'] as const
type Body = {kind: (typeof kinds)[number]; id: string; name: Text; status?: string}

function bodiesOf(bodies: BodiesRow, owner: string, locale: Locale): Body[] {
  return kinds.flatMap((kind) =>
    buildEach(bodies?.[kind], owner, (body): Body | undefined => {
      const id = readString(body?._id)
      const name = pickText(body?.name, locale)
      const status = body ? statusWords(body, locale) : undefined
      return id && name ? {kind, id, name, ...(status && {status})} : undefined
    }),
  )
}

/** The networks that share a body with this one, or are one of its bodies themselves. */
export function relatedViews(row: NetworkPageRow, locale: Locale): RelatedView[] {
  const {shares, thisNetwork, toThis} = messagesIn(locale).related
  const id = readString(row._id) ?? ''
  const own = bodiesOf(row.bodies, id, locale)
  const qualified = (status: string | undefined) => status && {status}
  return buildEach(
    row.related,
    (other) => other?._id,
    (other): RelatedView | undefined => {
      const {id: otherId, name, paths} = networkLink(other, locale)
      const href = paths[locale]
      const shared = bodiesOf(other.bodies, otherId, locale).flatMap(
        ({kind, id: bodyId, name: body, status}) => {
          if (bodyId === id) return {words: shares[kind], body: {text: thisNetwork}, ...qualified(status)}
          return own.some((each) => each.id === bodyId)
            ? {words: shares[kind], body, ...qualified(status)}
            : []
        },
      )
      const direct = own
        .filter((each) => each.id === otherId)
        .map(({kind, status}) => ({words: toThis[kind], ...qualified(status)}))
      const how = [...direct, ...shared]
      return href && how.length > 0 ? {id: otherId, name, href, how} : undefined
    },
  )
}
