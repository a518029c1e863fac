import type {Metadata} from 'next'
import {JsonLd} from '#components/json-ld.tsx'
import {OpenDataContent} from '#components/open-data-content.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {newestChange} from '#lib/content/address-view.ts'
import {staticRecord} from '#lib/content/page-record.ts'
import {otherLocale} from '#lib/i18n/locales.ts'
import {dataPageText} from '#lib/i18n/messages/data-page.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {alternatesOf, dataPath, ogImagePath} from '#lib/routing/paths.ts'
import {config} from '#lib/server/config.ts'
import {dataGraph} from '#lib/structured-data/data-graph.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetchAll} from '#sanity/server/fetch.ts'
import {localeOf} from '../route-params.ts'

type Props = PageProps<'/[locale]/data'>

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const {title, lead} = dataPageText(locale)
  return pageMetadata(locale, {
    title,
    description: lead,
    alternates: alternatesOf(dataPath),
    image: ogImagePath(locale, 'data'),
  })
}

/** Reads published content, even in draft mode, because the data files have nothing else. */
export default async function DataPage({params}: Props) {
  const locale = await localeOf(params)
  const changed = newestChange(await publishedFetchAll({query: ADDRESSES_QUERY, tags: [networksTag]}))
  const {siteUrl} = config
  const path = dataPath(locale)
  const {title, lead} = dataPageText(locale)
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={dataPath(otherLocale(locale))}
      title={title}
      lead={lead}
      record={staticRecord(title, siteUrl + path, changed, locale)}
    >
      <OpenDataContent locale={locale} />
      <JsonLd graph={dataGraph({siteUrl, locale, path, title}, changed)} />
    </PageLayout>
  )
}
