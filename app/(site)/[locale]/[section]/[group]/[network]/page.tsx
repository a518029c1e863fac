import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {notFound, permanentRedirect} from 'next/navigation'
import {Corrections, Sources} from '#components/evidence.tsx'
import {JsonLd} from '#components/json-ld.tsx'
import {LangText} from '#components/lang-text.tsx'
import {MalformedDraft} from '#components/malformed-draft.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkMark} from '#components/network-mark.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {type Locale, otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {groupPath, groupSlug, landingPath, networkOgImagePath, networkPath, sectionSlug} from '#lib/routes.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {networkParams} from '#lib/views/address-view.ts'
import {networkView} from '#lib/views/network-view.ts'
import type {NetworkRow} from '#lib/views/rows.ts'
import {parseEnv} from '#sanity/env.ts'
import {publishedFetch, sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {ADDRESSES_QUERY, addressesTags} from '#sanity/queries/addresses.ts'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {groupOfParams, localeOf, movedOrNotFound} from '../../../route-params.ts'

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

/** A draft may break any rule: its preview says so in its place. For visitors this throws, and the last good page stays. */
async function viewOrProblem(row: NetworkRow, locale: Locale) {
  try {
    return networkView(row, locale)
  } catch (error) {
    if (error instanceof TypeError && (await draftMode()).isEnabled) return error
    throw error
  }
}

/** The network an address names, or a 404, or the way to the network's own address in this language. */
async function load(params: Props['params']) {
  const {locale, group} = await groupOfParams(params)
  const slug = decodeURIComponent((await params).network)
  const row = await sanityFetch({query: NETWORK_PAGE_QUERY, params: {slug}, tags: networkPageTags(slug)})
  if (!row) return movedOrNotFound(params)
  const network = await viewOrProblem(row, locale)
  if (network instanceof TypeError) return {problem: network.message, locale, group, id: row._id}
  const path = network.paths[locale]
  if (!path) notFound()
  if (path !== networkPath(locale, group, slug)) permanentRedirect(path)
  return {locale, group, row, network, path, slug}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const loaded = await load(params)
  if (loaded.problem !== undefined) return {title: messagesIn(loaded.locale).preview.malformed.title}
  const {locale, network, slug} = loaded
  return pageMetadata(locale, {
    title: network.name.text,
    description: network.summary?.text,
    alternates: network.paths,
    image: networkOgImagePath(locale, slug),
  })
}

export default async function NetworkPage({params}: Props) {
  const loaded = await load(params)
  if (loaded.problem !== undefined) return <MalformedDraft {...loaded} edit={editAttribute(true)} />
  const {locale, group, row, network, path} = loaded
  const {isEnabled} = await draftMode()
  const {navigation} = messagesIn(locale)
  const other = otherLocale(locale)
  const {siteUrl} = parseEnv(process.env)
  const trail = [
    {href: landingPath(locale), label: navigation.landing},
    {href: groupPath(locale, group), label: navigation.groups[group]},
  ]
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={network.paths[other] ?? groupPath(other, group)}
      trail={trail}
      title={<LangText {...network.name} />}
      lead={network.body && network.summary && <LangText {...network.summary} />}
      kind={network.kind}
      mark={<NetworkMark network={network} />}
    >
      <article className="network">
        <NetworkContent network={network} level={2} locale={locale} edit={editAttribute(isEnabled)} />
        <Sources sources={network.sources} locale={locale} />
        <Corrections corrections={network.corrections} locale={locale} />
      </article>
      <JsonLd graph={networkGraph(row, {siteUrl, locale, path, title: network.name.text, trail})} />
    </PageFrame>
  )
}
