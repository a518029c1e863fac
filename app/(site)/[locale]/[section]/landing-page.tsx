import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {JsonLd} from '#components/json-ld.tsx'
import {NetworkList} from '#components/network-list.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {ViewLinks} from '#components/view-links.tsx'
import {landingView} from '#lib/content/landing-view.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import {listRecord} from '#lib/content/page-record.ts'
import {editText} from '#lib/content/site-texts.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {alternatesOf, landingPath, ogImagePath} from '#lib/routing/paths.ts'
import {config} from '#lib/server/config.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadSiteTexts} from '../site-texts.ts'
import {loadFirstNetworks, loadPageDates} from './load-list.ts'

export async function landingMetadata(locale: Locale): Promise<Metadata> {
  const {landing, site} = await loadSiteTexts(locale)
  return pageMetadata(locale, {
    title: landing.title,
    description: landing.lead,
    alternates: alternatesOf(landingPath),
    image: ogImagePath(locale, 'landing'),
    site,
  })
}

export async function LandingPage({locale}: {locale: Locale}) {
  const {all, networks} = await loadFirstNetworks(locale)
  const dates = await loadPageDates(
    networks.map(({_id}) => _id),
    networksTag,
  )
  const texts = await loadSiteTexts(locale)
  const {title, lead} = texts.landing
  const edit = editAttribute((await draftMode()).isEnabled)
  const editOf = editText(edit, locale)
  const {siteUrl} = config
  const path = landingPath(locale)
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={landingPath(otherLocale(locale))}
      title={title}
      titleEdit={editOf('landing', 'title')}
      lead={lead}
      leadEdit={editOf('landing', 'lead')}
      notice={noticeOfNetworks(networks, locale)}
      record={listRecord(dates, {title, url: siteUrl + path, locale})}
      texts={texts}
      edit={edit}
    >
      <ViewLinks locale={locale} texts={texts} edit={edit} />
      <NetworkList entries={landingView(networks, all, locale)} locale={locale} texts={texts} edit={edit} />
      <JsonLd graph={listGraph(networks, {siteUrl, locale, path, title})} />
    </PageLayout>
  )
}
