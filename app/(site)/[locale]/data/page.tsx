import type {Metadata} from 'next'
import {JsonLd} from '#components/json-ld.tsx'
import {OpenData} from '#components/open-data.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {otherLocale} from '#lib/locales.ts'
import {textOfPage} from '#lib/open-data/data-page-text.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {alternatesOf, dataPath, ogImagePath} from '#lib/routes.ts'
import {dataGraph} from '#lib/structured-data/data-graph.ts'
import {newestChange} from '#lib/views/address-view.ts'
import {parseEnv} from '#sanity/env.ts'
import {publishedFetchAll} from '#sanity/fetch.ts'
import {ADDRESSES_QUERY, addressesTags} from '#sanity/queries/addresses.ts'
import {localeOf} from '../route-params.ts'

type Props = PageProps<'/[locale]/data'>

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const {title, lead} = textOfPage(locale)
  return pageMetadata(locale, {
    title,
    description: lead,
    alternates: alternatesOf(dataPath),
    image: ogImagePath(locale, 'data'),
  })
}

/** The files hold what is published, so the page speaks of that even in draft mode. */
export default async function DataPage({params}: Props) {
  const locale = await localeOf(params)
  const changed = newestChange(await publishedFetchAll({query: ADDRESSES_QUERY, tags: addressesTags()}))
  const {siteUrl} = parseEnv(process.env)
  const path = dataPath(locale)
  const {title, lead} = textOfPage(locale)
  return (
    <PageFrame locale={locale} path={path} twin={dataPath(otherLocale(locale))} title={title} lead={lead}>
      <OpenData locale={locale} changed={changed} />
      <JsonLd graph={dataGraph({siteUrl, locale, path, title}, changed)} />
    </PageFrame>
  )
}
