import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {JsonLd} from '#components/json-ld.tsx'
import {OpenDataContent} from '#components/open-data-content.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {newestChange} from '#lib/content/address-view.ts'
import {staticRecord} from '#lib/content/page-record.ts'
import {editText} from '#lib/content/site-texts.ts'
import {otherLocale} from '#lib/i18n/locales.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {alternatesOf, dataPath, ogImagePath} from '#lib/routing/paths.ts'
import {config} from '#lib/server/config.ts'
import {dataGraph} from '#lib/structured-data/data-graph.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetchAll} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {localeOf} from '../route-params.ts'
import {loadSiteTexts} from '../site-texts.ts'

type Props = PageProps<'/[locale]/data'>

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const {data, site} = await loadSiteTexts(locale)
  return pageMetadata(locale, {
    title: data.title,
    description: data.lead,
    alternates: alternatesOf(dataPath),
    image: ogImagePath(locale, 'data'),
    site,
  })
}

/** The date is that of published content, even in draft mode, because the data files have nothing else. */
export default async function DataPage({params}: Props) {
  const locale = await localeOf(params)
  const changed = newestChange(await publishedFetchAll({query: ADDRESSES_QUERY, tags: [networksTag]}))
  const {siteUrl} = config
  const path = dataPath(locale)
  const texts = await loadSiteTexts(locale)
  const {title, lead} = texts.data
  const edit = editAttribute((await draftMode()).isEnabled)
  const editOf = editText(edit, locale)
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={dataPath(otherLocale(locale))}
      title={title}
      titleEdit={editOf('data', 'title')}
      lead={lead}
      leadEdit={editOf('data', 'lead')}
      record={staticRecord(title, siteUrl + path, changed, locale)}
      texts={texts}
      edit={edit}
    >
      <OpenDataContent locale={locale} />
      <JsonLd graph={dataGraph({siteUrl, locale, path, title, description: lead}, changed)} />
    </PageLayout>
  )
}
