import {Feed} from 'feed'
import {buildEach} from '../build-each.ts'
import type {Locale} from '../locales.ts'
import {ownText} from '../localized.ts'
import {messagesIn} from '../messages/messages.ts'
import {readString} from '../read.ts'
import {feedPath, landingPath} from '../routes.ts'
import {type AddressRow, latest} from '../views/address-view.ts'
import {networkLink} from '../views/network-link.ts'
import type {NetworkRow} from '../views/rows.ts'
import {summaryAlone} from '../views/summary-alone.ts'

export type ChangeRow = AddressRow & Pick<NetworkRow, 'summary' | 'sourceText'>

/** A feed tells what is new; everything there is stands in the open data. */
const MOST_ENTRIES = 100

/**
 * An Atom feed in one language: an entry a network, dated by the newest of the documents its page shows. Ids are `tag:`
 * URIs (RFC 4151) made of document ids, so that an entry stays itself when its address changes.
 */
export function changesFeed(
  rows: readonly ChangeRow[] | null | undefined,
  {siteUrl, locale}: {siteUrl: string; locale: Locale},
): string {
  const {siteTitle, siteName, siteDescription} = messagesIn(locale)
  const tag = (name: string) => `tag:${new URL(siteUrl).hostname},2026:${locale}:${name}`
  const entries = buildEach(
    rows,
    (row) => row?._id,
    (row) => {
      const {id, name, paths} = networkLink(row, locale)
      const changed = latest(buildEach(row.changes, id, readString))
      const path = paths[locale]
      if (!path || !changed) return undefined
      const summary = ownText(summaryAlone(row, locale))
      return {
        id: tag(id),
        title: name.text,
        link: siteUrl + path,
        date: new Date(changed),
        ...(summary && {description: summary}),
      }
    },
  )
    .toSorted((a, b) => b.date.getTime() - a.date.getTime())
    .slice(0, MOST_ENTRIES)
  const feed = new Feed({
    id: tag('changes'),
    title: siteTitle,
    description: siteDescription,
    link: siteUrl + landingPath(locale),
    feedLinks: {atom: siteUrl + feedPath(locale)},
    language: locale,
    author: {name: siteName},
    generator: false,
    // Atom wants a date even of an empty feed; the epoch is plainly none, and the same at each render.
    updated: entries[0]?.date ?? new Date(0),
  })
  for (const entry of entries) feed.addItem(entry)
  return feed.atom1()
}
