import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {notFound, permanentRedirect} from 'next/navigation'
import {cache} from 'react'
import {Contents} from '#components/contents.tsx'
import {JsonLd} from '#components/json-ld.tsx'
import {LangText} from '#components/lang-text.tsx'
import {MalformedDraft} from '#components/malformed-draft.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkMark} from '#components/network-mark.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {RelatedNetworks} from '#components/related-networks.tsx'
import {Corrections, Sources} from '#components/sources-and-corrections.tsx'
import {editNetworkName, printedPath} from '#lib/content/edit-target.ts'
import {networkView} from '#lib/content/network-view.ts'
import {networkRecord} from '#lib/content/page-record.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {relatedViews} from '#lib/content/related-view.ts'
import {editText} from '#lib/content/site-texts.ts'
import {standaloneSummary} from '#lib/content/standalone-summary.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {ownText} from '#lib/i18n/localized.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {groupPath, landingPath, neighbourhoodPath, networkOgImagePath} from '#lib/routing/paths.ts'
import {type RouteOf, routePath} from '#lib/routing/route.ts'
import {config} from '#lib/server/config.ts'
import {networkGraph} from '#lib/structured-data/graph.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {movedOrNotFound, type Params} from '../../../route-params.ts'
import {loadSiteTexts} from '../../../site-texts.ts'
import {loadRelated, loadRow} from './network-row.ts'

/**
 * A draft may break any rule: then its preview shows the error in place of the network. For visitors this
 * throws, and the last good page stays.
 */
const viewOrProblem = cache(async (row: NetworkRow, locale: Locale) => {
  try {
    return networkView(row, locale)
  } catch (error) {
    if (error instanceof TypeError && (await draftMode()).isEnabled) return error
    throw error
  }
})

/** The network of a route. Otherwise a 404, or a redirect to the network's own path in this language. */
async function load(locale: Locale, route: RouteOf<'network'>, params: Params) {
  const {group, slug} = route
  const row = await loadRow(slug)
  if (!row) return movedOrNotFound(params)
  const network = await viewOrProblem(row, locale)
  if (network instanceof TypeError) return {problem: network.message, locale, group, id: row._id}
  const path = network.paths[locale]
  if (!path) notFound()
  if (path !== routePath(locale, route)) permanentRedirect(path)
  return {row, network, path}
}

export async function networkMetadata(
  locale: Locale,
  route: RouteOf<'network'>,
  params: Params,
): Promise<Metadata> {
  const loaded = await load(locale, route, params)
  if (loaded.problem !== undefined) return {title: messagesIn(locale).preview.malformed.title}
  const {network, row} = loaded
  const metadata = pageMetadata(locale, {
    title: network.name.text,
    description: ownText(standaloneSummary(row, locale)),
    alternates: network.paths,
    image: networkOgImagePath(locale, route.slug),
    site: (await loadSiteTexts(locale)).site,
  })
  // Next's metadata can't set `lang` on a title. The page itself renders a title in another language.
  return network.name.lang ? {...metadata, title: null} : metadata
}

export async function NetworkPage({
  locale,
  route,
  params,
}: {
  locale: Locale
  route: RouteOf<'network'>
  params: Params
}) {
  const loaded = await load(locale, route, params)
  const texts = await loadSiteTexts(locale)
  if (loaded.problem !== undefined) {
    return <MalformedDraft {...loaded} texts={texts} edit={editAttribute(true)} />
  }
  const {row, network, path} = loaded
  const related = relatedViews(row, await loadRelated(row, locale), locale)
  const {group} = route
  const {isEnabled} = await draftMode()
  const edit = editAttribute(isEnabled)
  const editOf = editText(edit, locale)
  const document = {id: network.id, type: 'network'}
  const other = otherLocale(locale)
  const {siteUrl} = config
  const breadcrumbs = [
    {href: landingPath(locale), label: texts.landing.title, edit: editOf('landing', 'title')},
    {href: groupPath(locale, group), label: texts[group].title, edit: editOf(group, 'title')},
  ]
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={network.paths[other] ?? groupPath(other, group)}
      breadcrumbs={breadcrumbs}
      title={<LangText {...network.name} />}
      titleEdit={editNetworkName(edit, network, locale)}
      lead={network.body && network.summary && <LangText {...network.summary} />}
      leadEdit={network.summary && edit(document, printedPath('summary', network.summary, locale))}
      kind={network.kind}
      kindEdit={edit(document, 'bodyType')}
      mark={<NetworkMark network={network} edit={edit(document, 'logo')} />}
      record={networkRecord(row, {title: network.name, url: siteUrl + path, locale})}
      texts={texts}
      edit={edit}
    >
      {network.name.lang && (
        <title lang={network.name.lang}>{`${network.name.text} – ${messagesIn(locale).siteName}`}</title>
      )}
      <article className="network">
        <Contents network={network} hasRelated={related.length > 0} locale={locale} />
        <NetworkContent network={network} locale={locale} edit={edit} />
        <div className="network-end">
          <RelatedNetworks
            networks={related}
            mapPath={neighbourhoodPath(locale, route.slug)}
            locale={locale}
            edit={edit}
          />
          <Sources sources={network.sources} locale={locale} edit={edit} />
          <Corrections network={network} locale={locale} edit={edit} />
        </div>
      </article>
      <JsonLd graph={networkGraph(row, {siteUrl, locale, path, title: network.name.text, breadcrumbs})} />
    </PageLayout>
  )
}
