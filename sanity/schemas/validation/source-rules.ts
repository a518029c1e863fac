import {getPublishedId} from '@sanity/client/csm'
import {addressKey} from '#lib/parsing/address-key.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {withLink} from './linked-message.ts'
import type {QueryCheck} from './query-rules.ts'

type Source = {_id: string; title: string | null; url: string | null}

/** A page cites each source once. Two documents for one address would be two sources there. */
export const hasOwnAddress: QueryCheck<string | undefined> = async (url, runQuery, {document}) => {
  const key = addressKey(url)
  if (!key || !document) return true
  const own = getPublishedId(document._id)
  const sources = await runQuery<Source[]>(
    '*[_type == "source" && defined(url)]{_id, title, url}',
    {},
    'validation.source-address',
  )
  const other = sources.find((source) => getPublishedId(source._id) !== own && addressKey(source.url) === key)
  if (!other) return true
  const id = getPublishedId(other._id)
  const title = other.title ?? id
  const message = t(
    `Stejnou adresu už má zdroj „${title}“: použijte ten a tento smažte.`,
    `The source “${title}” has the same address: use that one and delete this one.`,
  )
  return withLink(message, {id, type: 'source', title})
}
