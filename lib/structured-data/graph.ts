import type {BreadcrumbList, CollectionPage, Graph, NGO, Organization} from 'schema-dts'
import {homeOrganizationId} from '../content/home-organization.ts'
import type {OrganizationRow} from '../content/home-view.ts'
import {networkLink} from '../content/network-link.ts'
import type {NetworkLinkRow, NetworkRow} from '../content/query-rows.ts'
import {standaloneSummary} from '../content/standalone-summary.ts'
import type {Locale} from '../i18n/locales.ts'
import {ownText, pickText} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {lookUp} from '../parsing/parse.ts'
import {homePath, landingPath} from '../routing/paths.ts'
import {bodyProperties} from './body.ts'
import {organizationId, websiteId} from './ids.ts'
import {membershipRole} from './membership-role.ts'

/** The path and title of a page, and its breadcrumbs, outermost first. */
export type PageLocation = {
  siteUrl: string
  locale: Locale
  path: string
  title: string
  breadcrumbs?: Crumb[]
}
type Crumb = {href: string; label: string}

/** Subtypes of https://schema.org/Organization. Other bodies have the type Organization. */
const types = {
  umbrella: 'Consortium',
  'gov-advisory-committee': 'GovernmentOrganization',
  alliance: 'NGO',
} as const

/** The breadcrumbs from the home page to the page itself. */
export function breadcrumbs({siteUrl, locale, path, title, breadcrumbs = []}: PageLocation): BreadcrumbList {
  const crumbs = [
    {href: homePath(locale), label: messagesIn(locale).siteName},
    ...breadcrumbs,
    {href: path, label: title},
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({href, label}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: siteUrl + href,
    })),
  }
}

export const graph = (nodes: Graph['@graph']): Graph => ({'@context': 'https://schema.org', '@graph': nodes})

function networkNode(row: NetworkRow, {siteUrl, locale, path}: PageLocation, now: Date): Organization {
  const id = row._id ?? ''
  const description = ownText(standaloneSummary(row, locale))
  const [parent] = mapValid([row.parent], id, (body) => pickText(body?.name, locale)?.text)
  const member = mapValid(
    row.memberships,
    (membership) => membership?._id,
    (membership) => membershipRole(membership, siteUrl, locale, now),
  )
  return {
    '@type': lookUp(types, row.bodyType) ?? 'Organization',
    '@id': `${siteUrl}${path}#network`,
    ...bodyProperties(id, row, locale, now),
    mainEntityOfPage: siteUrl + path,
    ...(description && {description}),
    ...(parent && {parentOrganization: {'@type': 'Organization', name: parent}}),
    ...(member.length > 0 && {member}),
  } as Organization
}

/** The graph of a network page. A malformed network is left out and logged; the breadcrumbs stay. */
export function networkGraph(row: NetworkRow, location: PageLocation, now = new Date()): Graph {
  return graph([
    breadcrumbs(location),
    ...mapValid([row], row._id ?? '', (one) => networkNode(one, location, now)),
  ])
}

/** The graph of a list: links to the pages of the networks. */
export function listGraph(rows: readonly NetworkLinkRow[] | null | undefined, location: PageLocation): Graph {
  const {siteUrl, locale, path, title} = location
  const listed = mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const {name, paths} = networkLink(row, locale)
      const own = paths[locale]
      return own ? {name: name.text, url: siteUrl + own} : undefined
    },
  )
  const page: CollectionPage = {
    '@type': 'CollectionPage',
    '@id': siteUrl + path,
    name: title,
    inLanguage: locale,
    isPartOf: {'@id': websiteId(siteUrl, locale)},
    about: {'@id': organizationId(siteUrl, homeOrganizationId)},
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: listed.map((item, index) => ({'@type': 'ListItem', position: index + 1, ...item})),
    },
  }
  return graph([breadcrumbs(location), page])
}

/** The graph of the home page: the site and its organisation. */
export function homeGraph(
  row: OrganizationRow | null | undefined,
  {siteUrl, locale, title}: PageLocation,
  now = new Date(),
): Graph {
  const organization = mapValid([row], homeOrganizationId, (one): NGO | undefined => {
    if (!one) return undefined
    const description = ownText(standaloneSummary(one, locale))
    return {
      '@type': 'NGO',
      '@id': organizationId(siteUrl, homeOrganizationId),
      ...bodyProperties(homeOrganizationId, one, locale, now),
      ...(description && {description}),
    }
  })
  return graph([
    {
      '@type': 'WebSite',
      '@id': websiteId(siteUrl, locale),
      url: siteUrl + homePath(locale),
      name: title,
      inLanguage: locale,
      publisher: {'@id': organizationId(siteUrl, homeOrganizationId)},
      hasPart: {'@id': siteUrl + landingPath(locale)},
    },
    ...organization,
  ])
}
