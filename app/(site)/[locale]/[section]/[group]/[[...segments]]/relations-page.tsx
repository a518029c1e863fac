import {draftMode} from 'next/headers'
import {RelationsList} from '#components/relations-list.tsx'
import {RelationsMap} from '#components/relations-map.tsx'
import {sortByIds} from '#lib/content/catalogue.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {relationsView} from '#lib/relations/relations-view.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {RELATIONS_PAGE_QUERY} from '#sanity/queries/relations-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadSiteTexts} from '../../../site-texts.ts'
import {loadNetworks} from '../../load-list.ts'
import {ListLayout} from './list-layout.tsx'

export async function RelationsPage({locale, route}: {locale: Locale; route: RouteOf<'relations'>}) {
  const all = await loadNetworks(locale)
  const ids = entriesOf('relations', route.page, all).map(({id}) => id)
  const found = await sanityFetch({query: RELATIONS_PAGE_QUERY, params: {ids}, tags: [networksTag]})
  const rows = sortByIds(ids, found)
  const relations = relationsView(rows, locale)
  const {isEnabled} = await draftMode()
  const edit = editAttribute(isEnabled)
  return (
    <ListLayout
      locale={locale}
      route={route}
      notice={noticeOfNetworks(rows, locale)}
      rows={rows}
      total={all.length}
    >
      <RelationsMap relations={relations} locale={locale} texts={await loadSiteTexts(locale)} edit={edit} />
      <RelationsList relations={relations} locale={locale} edit={edit} />
    </ListLayout>
  )
}
