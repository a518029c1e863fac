import Builder from 'fast-xml-builder'
import {type AddressRow, latest} from '../content/address-view.ts'
import {networkLink} from '../content/network-link.ts'
import type {NetworkRow} from '../content/query-rows.ts'
import {standaloneSummary} from '../content/standalone-summary.ts'
import type {Locale} from '../i18n/locales.ts'
import type {Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {feedPath, landingPath} from '../routing/paths.ts'

export type ChangeRow = AddressRow & Pick<NetworkRow, 'summary' | 'sourceText'>

/** Texts have Atom's default type, "text": escaped once, and shown literally. */
const xml = new Builder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  format: true,
})

const atomText = ({text, lang}: Text) => (lang ? {'@xml:lang': lang, '#text': text} : text)

/** A feed is for recent changes. The open data files have everything. */
const MAX_ENTRIES = 100

/**
 * An Atom feed in one language with one entry for each network. Its date is that of the newest document on
 * the network's page. Entry ids are `tag:` URIs (RFC 4151) with the document id, so that a changed address
 * makes no new entry.
 */
export function changesFeed(
  rows: readonly ChangeRow[] | null | undefined,
  {siteUrl, locale}: {siteUrl: string; locale: Locale},
): string {
  const {siteTitle, siteName, siteDescription} = messagesIn(locale)
  const tag = (name: string) => `tag:${new URL(siteUrl).hostname},2026:${locale}:${name}`
  const entries = mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const {id, name, paths} = networkLink(row, locale)
      const changed = latest(mapValid(row.changes, id, parseString))
      const path = paths[locale]
      if (!path || !changed) return undefined
      const summary = standaloneSummary(row, locale)
      return {
        id: tag(id),
        title: atomText(name),
        link: {'@href': siteUrl + path},
        updated: new Date(changed).toISOString(),
        ...(summary && {summary: atomText(summary)}),
      }
    },
  )
    .toSorted((a, b) => Date.parse(b.updated) - Date.parse(a.updated))
    .slice(0, MAX_ENTRIES)
  return xml.build({
    '?xml': {'@version': '1.0', '@encoding': 'utf-8'},
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': locale,
      id: tag('changes'),
      title: siteTitle,
      subtitle: siteDescription,
      // Atom requires a date, also for an empty feed. The epoch is the same at each render.
      updated: entries[0]?.updated ?? new Date(0).toISOString(),
      author: {name: siteName},
      link: [
        {'@rel': 'alternate', '@href': siteUrl + landingPath(locale)},
        {'@rel': 'self', '@href': siteUrl + feedPath(locale)},
      ],
      entry: entries,
    },
  })
}
