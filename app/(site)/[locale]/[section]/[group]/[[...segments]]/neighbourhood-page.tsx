import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {notFound, permanentRedirect} from 'next/navigation'
import {LangText} from '#components/lang-text.tsx'
import {NetworkMark} from '#components/network-mark.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {RelationsList} from '#components/relations-list.tsx'
import {RelationsMap} from '#components/relations-map.tsx'
import {editNetworkName} from '#lib/content/edit-target.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import {networkLink} from '#lib/content/network-link.ts'
import {listRecord} from '#lib/content/page-record.ts'
import {relatedViews} from '#lib/content/related-view.ts'
import {editText} from '#lib/content/site-texts.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {landingPath, neighbourhoodPath, networkOgImagePath, viewPath} from '#lib/routing/paths.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {config} from '#lib/server/config.ts'
import {RELATIONS_PAGE_QUERY} from '#sanity/queries/relations-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {movedOrNotFound, type Params} from '../../../route-params.ts'
import {loadSiteTexts} from '../../../site-texts.ts'
import {loadPageDates} from '../../load-list.ts'
import {loadRelated, loadRow} from './network-row.ts'

type Props = {locale: Locale; route: RouteOf<'neighbourhood'>; params: Params}

async function load({locale, route: {slug}, params}: Props) {
  const row = await loadRow(slug)
  if (!row) return movedOrNotFound(params)
  const network = networkLink(row, locale)
  const own = network.slugs[locale]
  if (!own) notFound()
  if (own !== slug) permanentRedirect(neighbourhoodPath(locale, own))
  const alternates = Object.fromEntries(
    Object.entries(network.slugs).map(([each, its]) => [each, neighbourhoodPath(each as Locale, its)]),
  )
  return {row, network, path: neighbourhoodPath(locale, own), alternates}
}

/** The main map and the network's page have all that this map has, so search engines don't need it. */
export async function neighbourhoodMetadata(props: Props): Promise<Metadata> {
  const {network, alternates} = await load(props)
  const {site, relations} = await loadSiteTexts(props.locale)
  return {
    ...pageMetadata(props.locale, {
      title: `${relations.title}: ${network.name.text}`,
      description: relations.lead,
      alternates,
      image: networkOgImagePath(props.locale, props.route.slug),
      site,
    }),
    robots: {index: false, follow: true},
  }
}

/** The map around one network: its own relations and those of its related networks. */
export async function NeighbourhoodPage(props: Props) {
  const {locale} = props
  const {row, network, path, alternates} = await load(props)
  const related = relatedViews(row, await loadRelated(row, locale), locale)
  const ids = [network.id, ...related.map(({id}) => id)]
  const rows = await sanityFetch({query: RELATIONS_PAGE_QUERY, params: {ids}, tags: [networksTag]})
  const relations = relationsView(rows, locale)
  const texts = await loadSiteTexts(locale)
  const edit = editAttribute((await draftMode()).isEnabled)
  const editOf = editText(edit, locale)
  const other = otherLocale(locale)
  const record = {
    title: `${texts.relations.title}: ${network.name.text}`,
    url: config.siteUrl + path,
    locale,
  }
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={alternates[other] ?? viewPath(other, 'relations')}
      breadcrumbs={[
        {href: landingPath(locale), label: texts.landing.title, edit: editOf('landing', 'title')},
        {
          href: viewPath(locale, 'relations'),
          label: texts.relations.title,
          edit: editOf('relations', 'title'),
        },
      ]}
      title={<LangText {...network.name} />}
      titleEdit={editNetworkName(edit, network, locale)}
      kind={texts.relations.title}
      kindEdit={editOf('relations', 'title')}
      mark={<NetworkMark network={network} edit={edit({id: network.id, type: 'network'}, 'logo')} />}
      notice={noticeOfNetworks(rows, locale)}
      record={listRecord(await loadPageDates(ids, networksTag), record)}
      texts={texts}
      edit={edit}
    >
      <RelationsMap relations={relations} locale={locale} texts={texts} edit={edit} />
      <RelationsList relations={relations} locale={locale} edit={edit} />
    </PageLayout>
  )
}
