import type {Metadata} from 'next'
import {JsonLd} from '#components/json-ld.tsx'
import {NetworkList} from '#components/network-list.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {ViewLinks} from '#components/view-links.tsx'
import {otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {sliceOf} from '#lib/paging.ts'
import {alternatesOf, groups, landingPath, ogImagePath, sectionSlug} from '#lib/routes.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {landingView} from '#lib/views/landing-view.ts'
import {parseEnv} from '#sanity/env.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {LANDING_PAGE_QUERY, landingPageTags} from '#sanity/queries/landing-page.ts'
import {localeOf, sectionOf} from '../route-params.ts'

type Props = PageProps<'/[locale]/[section]'>

export async function generateStaticParams({params}: {params: {locale: string}}) {
  return [{section: sectionSlug(await localeOf(params))}]
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const locale = await sectionOf(params)
  const {navigation, landing} = messagesIn(locale)
  return pageMetadata(locale, {
    title: navigation.landing,
    description: landing.lead,
    alternates: alternatesOf(landingPath),
    image: ogImagePath(locale, 'landing'),
  })
}

export default async function LandingPage({params}: Props) {
  const locale = await sectionOf(params)
  const byGroup = await sanityFetch({
    query: LANDING_PAGE_QUERY,
    params: sliceOf('landing', 1),
    tags: landingPageTags(),
  })
  const {navigation, landing} = messagesIn(locale)
  const {siteUrl} = parseEnv(process.env)
  const path = landingPath(locale)
  const networks = groups.flatMap((group) => byGroup[group].rows)
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={landingPath(otherLocale(locale))}
      title={navigation.landing}
      lead={landing.lead}
    >
      <ViewLinks locale={locale} />
      <NetworkList entries={landingView(byGroup, locale)} locale={locale} />
      <JsonLd graph={listGraph(networks, {siteUrl, locale, path, title: navigation.landing})} />
    </PageFrame>
  )
}
