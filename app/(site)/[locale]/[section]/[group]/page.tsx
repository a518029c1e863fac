import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {JsonLd} from '#components/json-ld.tsx'
import {LangText} from '#components/lang-text.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkMark} from '#components/network-mark.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {
  alternatesOf,
  groupPath,
  groupSlug,
  groups,
  landingPath,
  ogImagePath,
  sectionSlug,
} from '#lib/routes.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {networkViews} from '#lib/views/network-view.ts'
import {parseEnv} from '#sanity/env.ts'
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
    image: ogImagePath(locale, group),
  })
}

export default async function GroupPage({params}: Props) {
  const {locale, group} = await groupOfParams(params)
  const rows = await sanityFetch({query: GROUP_PAGE_QUERY, params: {group}, tags: groupPageTags(group)})
  const networks = networkViews(rows, locale)
  const {isEnabled} = await draftMode()
  const {navigation, groupLeads, emptyGroup} = messagesIn(locale)
  const {siteUrl} = parseEnv(process.env)
  const title = navigation.groups[group]
  const path = groupPath(locale, group)
  const trail = [{href: landingPath(locale), label: navigation.landing}]
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={groupPath(otherLocale(locale), group)}
      trail={trail}
      title={title}
      lead={networks.length > 0 ? groupLeads[group] : emptyGroup}
    >
      {networks.map((network) => (
        <article key={network.id} id={network.slugs[locale]} className="network">
          <header className="network-title">
            <NetworkMark network={network} />
            <div>
              {network.kind && <p className="kind">{network.kind}</p>}
              <h2>
                <a href={network.paths[locale]}>
                  <LangText {...network.name} />
                </a>
              </h2>
            </div>
          </header>
          <NetworkContent
            network={network}
            level={3}
            locale={locale}
            edit={editAttribute(isEnabled)}
            folded
          />
        </article>
      ))}
      <JsonLd graph={listGraph(rows, {siteUrl, locale, path, title, trail})} />
    </PageFrame>
  )
}
