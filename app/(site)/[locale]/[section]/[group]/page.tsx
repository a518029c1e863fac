import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {LangText} from '#components/lang-text.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {alternatesOf, groupPath, groupSlug, groups, landingPath, sectionSlug} from '#lib/routes.ts'
import {networkViews} from '#lib/views/network-view.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {GROUP_PAGE_QUERY, groupPageTags} from '#sanity/queries/group-page.ts'
import {groupOfParams, localeOf} from '../../route-params.ts'

type Props = PageProps<'/[locale]/[section]/[group]'>

export async function generateStaticParams({params}: {params: {locale: string}}) {
  const locale = await localeOf(params)
  return groups.map((group) => ({section: sectionSlug(locale), group: groupSlug(locale, group)}))
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {locale, group} = await groupOfParams(params)
  const {navigation, groupLeads} = messagesIn(locale)
  return pageMetadata(locale, {
    title: navigation.groups[group],
    description: groupLeads[group],
    alternates: alternatesOf((each) => groupPath(each, group)),
  })
}

export default async function GroupPage({params}: Props) {
  const {locale, group} = await groupOfParams(params)
  const rows = await sanityFetch({query: GROUP_PAGE_QUERY, params: {group}, tags: groupPageTags(group)})
  const networks = networkViews(rows, locale)
  const {isEnabled} = await draftMode()
  const {navigation, groupLeads, emptyGroup} = messagesIn(locale)
  return (
    <PageFrame
      locale={locale}
      path={groupPath(locale, group)}
      twin={groupPath(otherLocale(locale), group)}
      trail={[{href: landingPath(locale), label: navigation.landing}]}
    >
      <h1>{navigation.groups[group]}</h1>
      <p className="lead">{networks.length > 0 ? groupLeads[group] : emptyGroup}</p>
      {networks.map((network) => (
        <article key={network.id} id={network.slugs[locale]} className="network">
          <h2>
            <a href={network.paths[locale]}>
              <LangText {...network.name} />
            </a>
          </h2>
          <NetworkContent network={network} level={3} locale={locale} edit={editAttribute(isEnabled)} />
        </article>
      ))}
    </PageFrame>
  )
}
