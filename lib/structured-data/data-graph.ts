import type {Graph} from 'schema-dts'
import {homeOrganizationId} from '../content/home-organization.ts'
import {dataPageText} from '../i18n/messages/data-page.ts'
import {dataFiles} from '../routing/paths.ts'
import {breadcrumbs, graph, type PageLocation} from './graph.ts'
import {organizationId} from './ids.ts'

/** The open data as a https://schema.org/Dataset. No `license`, because SIMI has stated none. */
export function dataGraph(location: PageLocation, changed: string | undefined): Graph {
  const {siteUrl, locale, path, title} = location
  const {lead} = dataPageText(locale)
  const file = (contentUrl: string, encodingFormat: string) => ({
    '@type': 'DataDownload' as const,
    contentUrl: siteUrl + contentUrl,
    encodingFormat,
  })
  return graph([
    breadcrumbs(location),
    {
      '@type': 'Dataset',
      '@id': siteUrl + path,
      name: title,
      description: lead,
      creator: {'@id': organizationId(siteUrl, homeOrganizationId)},
      isAccessibleForFree: true,
      ...(changed && {dateModified: changed}),
      distribution: [
        file(dataFiles.popolo, 'application/json'),
        file(dataFiles.networks, 'text/csv'),
        file(dataFiles.memberships, 'text/csv'),
      ],
    },
  ])
}
