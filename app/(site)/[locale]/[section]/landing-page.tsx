import type {Metadata} from 'next'
import {JsonLd} from '#components/json-ld.tsx'
import {NetworkList} from '#components/network-list.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {ViewLinks} from '#components/view-links.tsx'
import {landingView} from '#lib/content/landing-view.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import {listRecord} from '#lib/content/page-record.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {alternatesOf, landingPath, ogImagePath} from '#lib/routing/paths.ts'
import {config} from '#lib/server/config.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {loadFirstNetworks, loadPageDates} from './load-list.ts'

export function landingMetadata(locale: Locale): Metadata {
  const {navigation, landing} = messagesIn(locale)
  return pageMetadata(locale, {
    title: navigation.landing,
    description: landing.lead,
    alternates: alternatesOf(landingPath),
    image: ogImagePath(locale, 'landing'),
  })
}

export async function LandingPage({locale}: {locale: Locale}) {
  const {all, networks} = await loadFirstNetworks(locale)
  const dates = await loadPageDates(
    networks.map(({_id}) => _id),
    networksTag,
  )
  const {navigation, landing} = messagesIn(locale)
  const {siteUrl} = config
  const path = landingPath(locale)
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={landingPath(otherLocale(locale))}
      title={navigation.landing}
      lead={landing.lead}
      notice={noticeOfNetworks(networks, locale)}
      record={listRecord(dates, {title: navigation.landing, url: siteUrl + path, locale})}
    >
      <ViewLinks locale={locale} />
      <NetworkList entries={landingView(networks, all, locale)} locale={locale} />
      <JsonLd graph={listGraph(networks, {siteUrl, locale, path, title: navigation.landing})} />
    </PageLayout>
  )
}
