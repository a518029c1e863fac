import Builder from 'fast-xml-builder'
import {type AddressRow, latest} from '../content/address-view.ts'
import {networkLink} from '../content/network-link.ts'
import type {Locale} from '../i18n/locales.ts'
import {type Localized, pickText} from '../i18n/localized.ts'
import {changeWords} from '../i18n/messages/changes.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import type {SiteTexts} from '../i18n/messages/site-texts.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {lookUp, parseInteger, parseString, requireString} from '../parsing/parse.ts'
import {feedPath, landingPath} from '../routing/paths.ts'

export type ChangeRecordRow = {
  _id?: string | null
  _createdAt?: string | null
  networkId?: string | null
  networkName?: Localized
  parts?: {kind?: string | null; count?: number | null}[] | null
}

export type FeedRows = {
  records: readonly ChangeRecordRow[] | null | undefined
  /** All networks, with their dates of change. */
  networks: readonly AddressRow[] | null | undefined
}

/** Texts have Atom's default type, "text": escaped once, and shown literally. */
const xml = new Builder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  format: true,
})

/** A feed is for recent changes. The open data files have everything. */
export const MAX_ENTRIES = 100

/** A record is stored shortly after the change that it is about. */
const RECORD_DELAY_MS = 60_000

type Context = {siteUrl: string; locale: Locale; site: SiteTexts['site']}
type Entry = {id: string; title: string; path: string; updated: number}

/** @throws TypeError when it is no time: one unreadable document must not make the feed unreadable. */
function timeOf(timestamp: string): number {
  const time = Date.parse(timestamp)
  if (Number.isNaN(time)) throw new TypeError(`"${timestamp}" is not a time`)
  return time
}

/** What changed, in words. A kind that this version of the site does not know is left out. */
function partsInWords({parts, _id}: ChangeRecordRow, locale: Locale): string {
  const words = changeWords(locale)
  const known = mapValid(parts, _id ?? '', ({kind, count}) => {
    const word = lookUp(words, kind)
    const number = parseInteger(count)
    return word && (number === undefined ? word : `${word}: ${number}`)
  })
  return known.length > 0 ? known.join(', ') : requireString(words.page, 'the word for a change')
}

/** Networks by id. `path` is missing when the network has no page in this language. */
const networksById = (rows: FeedRows['networks'], locale: Locale) =>
  new Map(
    mapValid(
      rows,
      (row) => row?._id,
      (row) => {
        const {id, name, paths} = networkLink(row, locale)
        const changed = latest(mapValid(row.changes, id, parseString))
        return {id, name: name.text, path: paths[locale], changed: changed && timeOf(changed)}
      },
    ).map((network) => [network.id, network]),
  )

/** One entry for each record. The network may be gone: then the entry links to the list of networks. */
const recordEntries = (
  records: FeedRows['records'],
  networks: ReturnType<typeof networksById>,
  locale: Locale,
) =>
  mapValid(
    records,
    (row) => row?._id,
    (row): (Entry & {networkId: string}) | undefined => {
      const networkId = requireString(row.networkId, 'the network of a change')
      const network = networks.get(networkId)
      if (network && !network.path) return undefined
      const name = network?.name ?? pickText(row.networkName, locale)?.text
      return {
        id: requireString(row._id, 'the id of a change'),
        networkId,
        title: `${requireString(name, 'the name of a network')}: ${partsInWords(row, locale)}`,
        path: network?.path ?? landingPath(locale),
        updated: timeOf(requireString(row._createdAt, 'the time of a change')),
      }
    },
  )

/**
 * An Atom feed in one language with one entry for each recorded change. A change that no Studio has recorded
 * (an import, a change of a source) gives one entry "page changed" for its network, dated by its newest change.
 * Entry ids are `tag:` URIs (RFC 4151) with the id of the record or network, so they never change.
 */
export function changesFeed(rows: FeedRows, {siteUrl, locale, site}: Context): string {
  const {siteName} = messagesIn(locale)
  const tag = (name: string) => `tag:${new URL(siteUrl).hostname},2026:${locale}:${name}`
  const networks = networksById(rows.networks, locale)
  const recorded = recordEntries(rows.records, networks, locale)
  const lastRecorded = new Map<string, number>()
  for (const {networkId, updated} of recorded)
    lastRecorded.set(networkId, Math.max(updated, lastRecorded.get(networkId) ?? 0))
  const unrecorded = [...networks.values()].flatMap(({id, name, path, changed}): Entry[] => {
    if (!path || !changed) return []
    const isRecorded = changed <= (lastRecorded.get(id) ?? Number.NEGATIVE_INFINITY) + RECORD_DELAY_MS
    return isRecorded ? [] : [{id, title: `${name}: ${changeWords(locale).page}`, path, updated: changed}]
  })
  const entries = [...recorded, ...unrecorded]
    .toSorted((a, b) => b.updated - a.updated)
    .slice(0, MAX_ENTRIES)
    .map(({id, title, path, updated}) => ({
      id: tag(id),
      title,
      link: {'@href': siteUrl + path},
      updated: new Date(updated).toISOString(),
    }))
  return xml.build({
    '?xml': {'@version': '1.0', '@encoding': 'utf-8'},
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': locale,
      id: tag('changes'),
      title: site.title,
      subtitle: site.description,
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
