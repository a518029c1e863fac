import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {HomeContent} from '#components/home-content.tsx'
import {JsonLd} from '#components/json-ld.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {homeView} from '#lib/content/home-view.ts'
import {landingView} from '#lib/content/landing-view.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import {listRecord} from '#lib/content/page-record.ts'
import {editText} from '#lib/content/site-texts.ts'
import {otherLocale} from '#lib/i18n/locales.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {alternatesOf, homePath} from '#lib/routing/paths.ts'
import {config} from '#lib/server/config.ts'
import {homeGraph} from '#lib/structured-data/graph.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadFirstNetworks, loadPageDates} from './[section]/load-list.ts'
import {localeOf} from './route-params.ts'
import {loadSiteTexts} from './site-texts.ts'

export async function generateMetadata({params}: PageProps<'/[locale]'>): Promise<Metadata> {
  const locale = await localeOf(params)
  const {site} = await loadSiteTexts(locale)
  return pageMetadata(locale, {alternates: alternatesOf(homePath), site})
}

export default async function HomePage({params}: PageProps<'/[locale]'>) {
  const locale = await localeOf(params)
  const organization = await sanityFetch({
    query: HOME_PAGE_QUERY,
    params: {id: homeOrganizationId},
    tags: [networksTag],
  })
  const {all, networks} = await loadFirstNetworks(locale)
  const dates = await loadPageDates([homeOrganizationId, ...networks.map(({_id}) => _id)], networksTag)
  const {isEnabled} = await draftMode()
  const view = homeView(organization, locale)
  const edit = editAttribute(isEnabled)
  const {siteUrl} = config
  const path = homePath(locale)
  const texts = await loadSiteTexts(locale)
  const editOf = editText(edit, locale)
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={homePath(otherLocale(locale))}
      title={texts.home.title}
      titleEdit={editOf('home', 'title')}
      lead={texts.home.lead}
      leadEdit={editOf('home', 'lead')}
      notice={noticeOfNetworks(networks, locale)}
      record={listRecord(dates, {title: texts.home.title, url: siteUrl + path, locale})}
      texts={texts}
      edit={edit}
    >
      <HomeContent
        view={view}
        entries={landingView(networks, all, locale)}
        locale={locale}
        texts={texts}
        edit={edit}
      />
      <JsonLd graph={homeGraph(organization, {siteUrl, locale, path, title: texts.site.title})} />
    </PageLayout>
  )
}
