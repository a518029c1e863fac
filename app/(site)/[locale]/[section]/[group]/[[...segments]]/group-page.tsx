import {draftMode} from 'next/headers'
import {NetworkEntries} from '#components/network-list.tsx'
import {sortByIds} from '#lib/content/catalogue.ts'
import {networkEntries} from '#lib/content/landing-view.ts'
import {noticeOfNetworks} from '#lib/content/membership-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {GROUP_PAGE_QUERY, groupPageTags} from '#sanity/queries/group-page.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadNetworks} from '../../load-list.ts'
import {ListLayout} from './list-layout.tsx'

/** The networks of a group, each with its role, its summary and a link. */
export async function GroupPage({locale, route}: {locale: Locale; route: RouteOf<'group'>}) {
  const {group, page} = route
  const all = await loadNetworks(locale, group)
  const ids = entriesOf('group', page, all).map(({id}) => id)
  const found = await sanityFetch({query: GROUP_PAGE_QUERY, params: {ids}, tags: groupPageTags(group)})
  const rows = sortByIds(ids, found)
  const edit = editAttribute((await draftMode()).isEnabled)
  const networks = networkEntries(rows, locale)
  return (
    <ListLayout
      locale={locale}
      route={route}
      notice={noticeOfNetworks(rows, locale)}
      rows={rows}
      total={all.length}
    >
      <section>
        <NetworkEntries networks={networks} level={2} locale={locale} edit={edit} />
      </section>
    </ListLayout>
  )
}
