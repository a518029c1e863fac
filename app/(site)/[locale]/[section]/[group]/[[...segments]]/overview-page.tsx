import {draftMode} from 'next/headers'
import {OverviewTable} from '#components/overview-table.tsx'
import {sortByIds} from '#lib/content/catalogue.ts'
import {noticeOf} from '#lib/content/membership-view.ts'
import {applySelection, facetViews} from '#lib/content/overview-choices.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {entriesOf} from '#lib/routing/page-numbers.ts'
import type {RouteOf} from '#lib/routing/route.ts'
import {OVERVIEW_PAGE_QUERY} from '#sanity/queries/overview-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadSiteTexts} from '../../../site-texts.ts'
import {loadChoices} from '../../load-list.ts'
import {ListLayout} from './list-layout.tsx'

export async function OverviewPage({locale, route}: {locale: Locale; route: RouteOf<'overview'>}) {
  const {selection, page} = route
  const all = await loadChoices(locale)
  const chosen = applySelection(all, selection)
  const ids = entriesOf('overview', page, chosen).map(({id}) => id)
  const found = await sanityFetch({query: OVERVIEW_PAGE_QUERY, params: {ids}, tags: [networksTag]})
  const rows = sortByIds(ids, found)
  const {isEnabled} = await draftMode()
  const texts = await loadSiteTexts(locale)
  const networks = new Map(rows.flatMap(({network}) => (network ? [[network._id, network]] : [])))
  return (
    <ListLayout
      locale={locale}
      route={route}
      notice={noticeOf(rows, locale)}
      rows={[...networks.values()]}
      total={chosen.length}
    >
      <OverviewTable
        lines={overviewLines(rows, locale)}
        facets={facetViews(all, selection, locale, texts)}
        chosen={chosen.length}
        total={all.length}
        locale={locale}
        texts={texts}
        edit={editAttribute(isEnabled)}
      />
    </ListLayout>
  )
}
