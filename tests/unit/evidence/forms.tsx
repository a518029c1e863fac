import type {ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkList} from '#components/network-list.tsx'
import {Overview} from '#components/overview.tsx'
import {Related} from '#components/related.tsx'
import {RelationsList, RelationsMap} from '#components/relations.tsx'
import {Timeline, TimelineTable} from '#components/timeline.tsx'
import type {Locale} from '#lib/locales.ts'
import {ownText} from '#lib/localized.ts'
import {membershipsCsv} from '#lib/open-data/csv.ts'
import {changesFeed} from '#lib/open-data/feed.ts'
import {popolo} from '#lib/open-data/popolo.ts'
import {relationsOf} from '#lib/relations/relations.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {timelineOf} from '#lib/timeline/timeline.ts'
import {landingView} from '#lib/views/landing-view.ts'
import {networkView} from '#lib/views/network-view.ts'
import {overviewOf} from '#lib/views/overview-view.ts'
import {relatedViews} from '#lib/views/related-view.ts'
import type {NetworkPageRow} from '#lib/views/rows.ts'
import {summaryAlone} from '#lib/views/summary-alone.ts'

const siteUrl = 'https://site.test'
const now = new Date('2026-07-02T00:00:00Z')
const edit = () => undefined

/** What a reader takes in at once: the text of each element that a selector finds, its class in front. */
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

const none = {rows: [], total: 0}

/** Every form in which something of a network is published, each as the statements it makes. */
export const forms: Record<string, (row: NetworkPageRow, locale: Locale) => string[]> = {
  'a network’s page': (row, locale) => {
    const network = networkView(row, locale)
    return texts(
      <NetworkContent network={network} level={2} locale={locale} edit={edit} />,
      '.memberships dl, .record li, .key-facts dd, .network-text',
    )
  },
  'the page of a group': (row, locale) =>
    texts(
      <NetworkContent network={networkView(row, locale)} level={3} locale={locale} edit={edit} folded />,
      '.memberships dl, .record li, .key-facts dd, .network-text',
    ),
  'the map': (row, locale) =>
    texts(<RelationsMap relations={relationsOf([row], locale)} locale={locale} edit={edit} />, 'g.edge'),
  'the map’s list': (row, locale) =>
    texts(
      <RelationsList relations={relationsOf([row], locale)} locale={locale} edit={edit} />,
      '.relations-list li li',
    ),
  'the timeline': (row, locale) =>
    texts(
      <Timeline view={timelineOf([row], locale, now)} locale={locale} edit={edit} />,
      '.timeline :is(.membership, .event)',
    ),
  'the timeline’s table': (row, locale) =>
    texts(<TimelineTable view={timelineOf([row], locale, now)} locale={locale} edit={edit} />, 'tbody tr'),
  'the landing page': (row, locale) => {
    const groups = {
      'czech-networks': {rows: [row], total: 1},
      'european-networks': none,
      'foreign-partners': none,
    }
    return texts(
      <NetworkList entries={landingView(groups, locale)} locale={locale} />,
      '.participation li, h3 + p',
    )
  },
  'the overview': (row, locale) => {
    const lines = overviewOf(
      (row.memberships ?? []).map((membership) => ({...membership, network: row})),
      locale,
    )
    return texts(
      <Overview lines={lines} facets={[]} chosen={1} total={1} locale={locale} edit={edit} />,
      'tbody tr',
    )
  },
  'related networks': (row, locale) =>
    texts(<Related networks={relatedViews(row, locale)} locale={locale} />, 'small'),
  'structured data': (row, locale) => {
    const place = {siteUrl, locale, path: `/${locale}/a`, title: 'A'}
    const {'@graph': nodes} = JSON.parse(JSON.stringify(networkGraph(row, place)))
    const {member = [], ...network} = nodes[1]
    return [...member, network].map((each) => JSON.stringify(each))
  },
  Popolo: (row) => {
    const {organizations, memberships} = popolo([row], siteUrl)
    return [...organizations, ...memberships].map((each) => JSON.stringify(each))
  },
  'memberships.csv': (row) => membershipsCsv([row]).split('\r\n').slice(1),
  'the feed': (row, locale) =>
    changesFeed([{...row, changes: ['2026-01-01T00:00:00Z']}], {siteUrl, locale})
      .split('<entry>')
      .slice(1),
  'search results': (row, locale) => [ownText(summaryAlone(row, locale)) ?? ''],
}
