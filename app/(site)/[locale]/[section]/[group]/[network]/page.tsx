import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {notFound, permanentRedirect} from 'next/navigation'
import {Corrections, Sources} from '#components/evidence.tsx'
import {LangText} from '#components/lang-text.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {groupPath, groupSlug, landingPath, networkPath, sectionSlug} from '#lib/routes.ts'
import {networkParams} from '#lib/views/address-view.ts'
import {networkView} from '#lib/views/network-view.ts'
import {publishedFetch, sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {ADDRESSES_QUERY, addressesTags} from '#sanity/queries/addresses.ts'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {groupOfParams, localeOf} from '../../../route-params.ts'

type Props = PageProps<'/[locale]/[section]/[group]/[network]'>

export async function generateStaticParams({params}: {params: {locale: string}}) {
  const locale = await localeOf(params)
  const networks = await publishedFetch({query: ADDRESSES_QUERY, tags: addressesTags()})
  return networkParams(networks, locale).map(({group, slug}) => ({
    section: sectionSlug(locale),
    group: groupSlug(locale, group),
    network: slug,
  }))
}

/** The network an address names, or a 404, or the way to the network's own address in this language. */
async function load(params: Props['params']) {
  const {locale, group} = await groupOfParams(params)
  const slug = decodeURIComponent((await params).network)
  const row = await sanityFetch({query: NETWORK_PAGE_QUERY, params: {slug}, tags: networkPageTags(slug)})
  if (!row) notFound()
  const network = networkView(row, locale)
  const path = network.paths[locale]
  if (!path) notFound()
  if (path !== networkPath(locale, group, slug)) permanentRedirect(path)
  return {locale, group, network, path}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {locale, network} = await load(params)
  return pageMetadata(locale, {
    title: network.name.text,
    description: network.summary?.text,
    alternates: network.paths,
  })
}

export default async function NetworkPage({params}: Props) {
  const {locale, group, network, path} = await load(params)
  const {isEnabled} = await draftMode()
  const {navigation} = messagesIn(locale)
  const other = otherLocale(locale)
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={network.paths[other] ?? groupPath(other, group)}
      trail={[
        {href: landingPath(locale), label: navigation.landing},
        {href: groupPath(locale, group), label: navigation.groups[group]},
      ]}
    >
      <article className="network">
        <h1>
          <LangText {...network.name} />
        </h1>
        <NetworkContent network={network} level={2} locale={locale} edit={editAttribute(isEnabled)} />
        <Sources sources={network.sources} locale={locale} />
        <Corrections corrections={network.corrections} locale={locale} />
      </article>
    </PageFrame>
  )
}
