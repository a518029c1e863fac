import type {Metadata} from 'next'
import type {ReactNode} from 'react'
import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {
  alternatesOf,
  groupPath,
  groupSlug,
  groups,
  ogImagePath,
  sectionSlug,
  type View,
  viewPath,
  viewSlug,
  views,
} from '#lib/routes.ts'
import {groupOfParams, localeOf, viewOfParams} from '../../route-params.ts'
import {GroupPage} from './group-page.tsx'
import {OverviewPage} from './overview-page.tsx'
import {RelationsPage} from './relations-page.tsx'
import {TimelinePage} from './timeline-page.tsx'

type Props = PageProps<'/[locale]/[section]/[group]'>

/** Views have words of their own in each language, as groups have, so they share the segment with them. */
const viewPages: Record<View, (props: {locale: Locale}) => Promise<ReactNode>> = {
  overview: OverviewPage,
  timeline: TimelinePage,
  relations: RelationsPage,
}

export async function generateStaticParams({params}: {params: {locale: string}}) {
  const locale = await localeOf(params)
  const slugs = [
    ...groups.map((group) => groupSlug(locale, group)),
    ...views.map((view) => viewSlug(locale, view)),
  ]
  return slugs.map((slug) => ({section: sectionSlug(locale), group: slug}))
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const ofView = await viewOfParams(params)
  if (ofView) {
    const {locale, view} = ofView
    const {title, lead} = messagesIn(locale).views[view]
    return pageMetadata(locale, {
      title,
      description: lead,
      alternates: alternatesOf((each) => viewPath(each, view)),
      image: ogImagePath(locale, view),
    })
  }
  const {locale, group} = await groupOfParams(params)
  const {navigation, groupLeads} = messagesIn(locale)
  return pageMetadata(locale, {
    title: navigation.groups[group],
    description: groupLeads[group],
    alternates: alternatesOf((each) => groupPath(each, group)),
    image: ogImagePath(locale, group),
  })
}

export default async function PageBelowLanding({params}: Props) {
  const ofView = await viewOfParams(params)
  if (!ofView) return <GroupPage {...(await groupOfParams(params))} />
  const ViewPage = viewPages[ofView.view]
  return <ViewPage locale={ofView.locale} />
}
