import type {ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkEntries, NetworkList} from '#components/network-list.tsx'
import {OverviewTable} from '#components/overview-table.tsx'
import {RelatedNetworks} from '#components/related-networks.tsx'
import {RelationsList} from '#components/relations-list.tsx'
import {RelationsMap} from '#components/relations-map.tsx'
import {TimelinePicture} from '#components/timeline-picture.tsx'
import {TimelineTable} from '#components/timeline-table.tsx'
import {landingView, networkEntries} from '#lib/content/landing-view.ts'
import {networkView} from '#lib/content/network-view.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import type {NetworkPageRow, RelatedRow} from '#lib/content/query-rows.ts'
import {relatedViews} from '#lib/content/related-view.ts'
import {siteTexts} from '#lib/content/site-texts.ts'
import {standaloneSummary} from '#lib/content/standalone-summary.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {ownText} from '#lib/i18n/localized.ts'
import {changesFeed} from '#lib/open-data/feed.ts'
import {popolo} from '#lib/open-data/popolo.ts'
import {contentOf, tables} from '#lib/open-data/tables.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {timelineView} from '#lib/timeline/timeline-view.ts'

const siteUrl = 'https://site.test'
const now = new Date('2026-07-02T00:00:00Z')
const edit = () => undefined

/** The statements of a page: the text of each element that a selector matches, with its class names. */
function texts(node: ReactNode, selector: string): string[] {
  const template = document.createElement('template')
  template.innerHTML = renderToStaticMarkup(node)
  return [...template.content.querySelectorAll(selector)].map((element) =>
    `${element.innerHTML} ${element.getAttribute('class') ?? ''}`
      .replace(/<(\w+)[^>]*class="([^"]*)"[^>]*>/g, ' $2 ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/(&nbsp;|\s)+/g, ' '),
  )
}

/** A row of a table as one statement. An empty cell is a dash. */
const cells = (record: Record<string, unknown>) =>
  Object.entries(record)
    .map(([column, value]) => `${column}: ${value ?? '-'}`)
    .join(' ')

/** A network with its related networks. */
export type NetworkWithRelated = NetworkPageRow & {related?: RelatedRow[]}

/** Every form in which facts of a network are published. Each returns the statements it contains. */
export const forms: Record<string, (row: NetworkWithRelated, locale: Locale) => string[]> = {
  'a network’s page': (row, locale) => {
    const network = networkView(row, locale)
    return texts(
      <NetworkContent network={network} locale={locale} edit={edit} />,
      '.memberships dl, .record li, .key-facts dd, .network-text',
    )
  },
  'the page of a group': (row, locale) =>
    texts(
      <NetworkEntries networks={networkEntries([row], locale)} level={2} locale={locale} edit={edit} />,
      '.networks > li',
    ),
  'the map': (row, locale) =>
    texts(
      <RelationsMap
        relations={relationsView([row], locale)}
        locale={locale}
        texts={siteTexts(null, locale)}
        edit={edit}
      />,
      '.map .edge',
    ),
  'the map’s list': (row, locale) =>
    texts(
      <RelationsList relations={relationsView([row], locale)} locale={locale} edit={edit} />,
      '.relations-list li li',
    ),
  'the timeline': (row, locale) =>
    texts(
      <TimelinePicture view={timelineView([row], locale, now)} locale={locale} edit={edit} />,
      '.timeline .fact',
    ),
  'the timeline’s table': (row, locale) =>
    texts(<TimelineTable view={timelineView([row], locale, now)} locale={locale} edit={edit} />, 'tbody tr'),
  'the landing page': (row, locale) =>
    // One statement a network: its mark is said once.
    texts(
      <NetworkList
        entries={landingView([row], [], locale)}
        locale={locale}
        texts={siteTexts(null, locale)}
        edit={edit}
      />,
      '.networks > li',
    ),
  'the overview': (row, locale) => {
    const lines = overviewLines(
      (row.memberships ?? []).map((membership) => ({...membership, network: row})),
      locale,
    )
    return texts(
      <OverviewTable
        lines={lines}
        facets={[]}
        chosen={1}
        total={1}
        locale={locale}
        texts={siteTexts(null, locale)}
        edit={edit}
      />,
      'tbody tr',
    )
  },
  'related networks': (row, locale) =>
    texts(
      <RelatedNetworks
        networks={relatedViews(row, row.related, locale)}
        mapPath="/map"
        locale={locale}
        edit={edit}
      />,
      'small',
    ),
  'structured data': (row, locale) => {
    const location = {siteUrl, locale, path: `/${locale}/a`, title: 'A'}
    const {'@graph': nodes} = JSON.parse(JSON.stringify(networkGraph(row, location)))
    const {member = [], ...network} = nodes[1]
    return [...member, network].map((each) => JSON.stringify(each))
  },
  Popolo: (row) => {
    const {organizations, memberships} = popolo({networks: [row]}, siteUrl)
    return [...organizations, ...memberships].map((each) => JSON.stringify(each))
  },
  ...Object.fromEntries(
    tables.map(({name, records}) => [
      `${name}.csv`,
      (row) => records(contentOf({networks: [row]}, siteUrl)).map(cells),
    ]),
  ),
  'the feed': (row, locale) =>
    changesFeed(
      {networks: [{...row, changes: ['2026-01-01T00:00:00Z']}], records: []},
      {siteUrl, locale, site: siteTexts(null, locale).site},
    )
      .split('<entry>')
      .slice(1),
  'search results': (row, locale) => [ownText(standaloneSummary(row, locale)) ?? ''],
}
