import {draftMode} from 'next/headers'
import {LangText} from '#components/lang-text.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkMark} from '#components/network-mark.tsx'
import {sortByIds} from '#lib/content/catalogue.ts'
import {noticeOf} from '#lib/content/membership-view.ts'
import {networkViews} from '#lib/content/network-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {GROUP_PAGE_QUERY, groupPageTags} from '#sanity/queries/group-page.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadNetworks} from '../../load-list.ts'
import {ListLayout} from './list-layout.tsx'

/** The networks of a group, each with its full text. */
export async function GroupPage({locale, route}: {locale: Locale; route: RouteOf<'group'>}) {
  const {group, page} = route
  const all = await loadNetworks(locale, group)
  const ids = entriesOf('group', page, all).map(({id}) => id)
  const found = await sanityFetch({query: GROUP_PAGE_QUERY, params: {ids}, tags: groupPageTags(group)})
  const rows = sortByIds(ids, found)
  const networks = networkViews(rows, locale)
  const {isEnabled} = await draftMode()
  const {groupLeads, emptyGroup} = messagesIn(locale)
  return (
    <ListLayout
      locale={locale}
      route={route}
      lead={networks.length > 0 ? groupLeads[group] : emptyGroup}
      notice={noticeOf(
        rows.flatMap(({memberships}) => memberships),
        locale,
      )}
      rows={rows}
      total={all.length}
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
            isCollapsed
          />
        </article>
      ))}
    </ListLayout>
  )
}
