import {RelationsList} from '#components/relations-list.tsx'
import {RelationsMap} from '#components/relations-map.tsx'
import type {Locale} from '#lib/i18n/locales.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {RELATIONS_PAGE_QUERY} from '#sanity/queries/relations-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {loadSiteTexts} from '../../../site-texts.ts'
import {loadView} from '../../load-list.ts'
import {ListLayout} from './list-layout.tsx'

export async function RelationsPage({locale, route}: {locale: Locale; route: RouteOf<'relations'>}) {
  const {edit, ...list} = await loadView(locale, route, (ids) =>
    sanityFetch({query: RELATIONS_PAGE_QUERY, params: {ids}, tags: [networksTag]}),
  )
  const relations = relationsView(list.rows, locale)
  const texts = await loadSiteTexts(locale)
  return (
    <ListLayout locale={locale} route={route} {...list}>
      <RelationsMap relations={relations} locale={locale} texts={texts} edit={edit} />
      <RelationsList relations={relations} locale={locale} edit={edit} />
    </ListLayout>
  )
}
