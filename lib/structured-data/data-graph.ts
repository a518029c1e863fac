import type {Graph} from 'schema-dts'
import {homeOrganizationId} from '../content/home-organization.ts'
import {locales} from '../i18n/locales.ts'
import {dataPageText} from '../i18n/messages/data-page.ts'
import {tablePath, tables} from '../open-data/tables.ts'
import {dataFiles, feedPath} from '../routing/paths.ts'
import {breadcrumbs, graph, type PageLocation} from './graph.ts'
import {organizationId} from './ids.ts'

/** The open data as a https://schema.org/Dataset. No `license`, because SIMI has stated none. */
export function dataGraph(
  location: PageLocation & {description: string},
  changed: string | undefined,
): Graph {
  const {siteUrl, locale, path, title, description} = location
  const file = (contentUrl: string, encodingFormat: string, name: string) => ({
    '@type': 'DataDownload' as const,
    name,
    contentUrl: siteUrl + contentUrl,
    encodingFormat,
  })
  return graph([
    breadcrumbs(location),
    {
      '@type': 'Dataset',
      '@id': siteUrl + path,
      name: title,
      url: siteUrl + path,
      inLanguage: [...locales],
      keywords: dataPageText(locale).keywords,
      description,
      creator: {'@id': organizationId(siteUrl, homeOrganizationId)},
      publisher: {'@id': organizationId(siteUrl, homeOrganizationId)},
      isAccessibleForFree: true,
      ...(changed && {dateModified: changed}),
      distribution: [
        ...tables.map((table) => file(tablePath(table, 'plain'), 'text/csv', table.title[locale])),
        file(dataFiles.popolo, 'application/json', 'Popolo'),
        file(dataFiles.package, 'application/json', 'Data Package'),
        file(feedPath(locale), 'application/atom+xml', 'Atom'),
      ],
    },
  ])
}
