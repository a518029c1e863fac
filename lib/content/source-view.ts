import type {Locale} from '../i18n/locales.ts'
import type {Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {note, readPastDate, sourcePublisher, sourceTitle} from './fact.ts'
import type {NetworkRow, SourceRow} from './query-rows.ts'

/** Sites that hold copies of documents which others published. */
const sharingSites = new Set([
  'adoc.pub',
  'docplayer.cz',
  'doczz.net',
  'pdfslide.tips',
  'scribd.com',
  'issuu.com',
])

/** The sharing site that an address is on. */
function sharingSite(href: string | undefined): string | undefined {
  const host = href && new URL(href).hostname.replace(/^www\./, '')
  return host && sharingSites.has(host) ? host : undefined
}

export type SourceView = {
  id: string
  title: Text
  href?: string
  archivedHref?: string
  /** Publisher, as-of date, date of retrieval. */
  notes: Text[]
}

function sourceView(source: SourceRow, locale: Locale, now: Date): SourceView {
  const messages = messagesIn(locale)
  const href = safeUrl(source.url)
  const archivedHref = safeUrl(source.archivedUrl)
  const publisher = sourcePublisher(source, locale)
  const asOf = readPastDate(source.asOf, locale, now)
  const site = sharingSite(href)
  const retrieved = readPastDate(source.retrieved, locale, now)
  return {
    id: requireString(source._id, 'the id of a source'),
    title: sourceTitle(source, locale),
    ...(href && {href}),
    ...(archivedHref && {archivedHref}),
    notes: [
      ...(publisher ? [publisher] : []),
      ...note(site && `${messages.networkPage.copyAt} ${site}`),
      ...note(asOf && `${messages.asOf} ${asOf.text}`),
      ...note(retrieved && `${messages.networkPage.retrieved} ${retrieved.text}`),
    ],
  }
}

const items = <Item>(list: readonly Item[] | null | undefined): readonly Item[] =>
  Array.isArray(list) ? list : []

/**
 * Every source of a network page once, in the order of its first use. Copies on sharing sites come last: the
 * publisher did not put them there.
 */
export function sourceViews(id: string, row: NetworkRow, locale: Locale, now: Date): SourceView[] {
  const used = [
    row.sourceText?.source,
    ...[row.names, row.counts, row.topics, row.events, row.memberOf].flatMap((list) =>
      items(list).map((item) => item?.source),
    ),
    ...items(row.memberships).flatMap((membership) => items(membership?.sources)),
  ]
  const once = new Map(used.map((source) => [source?._id, source]))
  const views = mapValid([...once.values()], id, (source) =>
    source ? sourceView(source, locale, now) : undefined,
  )
  const isCopy = ({href}: SourceView) => Number(sharingSite(href) !== undefined)
  return views.toSorted((a, b) => isCopy(a) - isCopy(b))
}
