import {draftMode} from 'next/headers'
import {notFound} from 'next/navigation'
import type {ReactNode} from 'react'
import {JsonLd} from '#components/json-ld.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {Pagination} from '#components/pagination.tsx'
import {listRecord} from '#lib/content/page-record.ts'
import type {NetworkLinkRow} from '#lib/content/query-rows.ts'
import {editText} from '#lib/content/site-texts.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {groupTag} from '#lib/routing/document-pages.ts'
import type {ListRoute} from '#lib/routing/page-alternates.ts'
import {pageCount} from '#lib/routing/page-numbers.ts'
import {groups, landingPath, viewPath} from '#lib/routing/paths.ts'
import {routePath} from '#lib/routing/route.ts'
import {config} from '#lib/server/config.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadSiteTexts} from '../../../site-texts.ts'
import {listAlternates, loadPageDates} from '../../load-list.ts'
import {listNames, sectionOfList} from './list-metadata.ts'

/**
 * The layout of a list page, around its entries. `rows`: the networks on this page. `also`: ids of what
 * else it shows. `total`: the number of
 * all entries in this language. If the list of the other language has no such page, its first page is the
 * alternate.
 */
export async function ListLayout({
  locale,
  route,
  notice,
  rows,
  also = [],
  total,
  children,
}: {
  locale: Locale
  route: ListRoute
  notice?: string | undefined
  rows: readonly NetworkLinkRow[]
  also?: readonly string[] | undefined
  total: number
  children: ReactNode
}) {
  const count = pageCount(route.kind, total)
  if (route.page > count) notFound()
  const texts = await loadSiteTexts(locale)
  const edit = editAttribute((await draftMode()).isEnabled)
  const editOf = editText(edit, locale)
  const other = otherLocale(locale)
  const alternates = await listAlternates(route)
  const {siteUrl} = config
  const path = routePath(locale, route)
  const {name, chosen} = listNames(locale, route, texts)
  const section = sectionOfList(route)
  const chosenGroup = groups.find((group) => route.kind === 'overview' && group === route.selection.group)
  const isEmptyGroup = route.kind === 'group' && total === 0
  const title = chosen ?? name
  const dates = await loadPageDates(
    [...also, ...rows.flatMap(({_id}) => _id ?? [])],
    route.kind === 'group' ? groupTag(route.group) : networksTag,
  )
  const breadcrumbs = [
    {href: landingPath(locale), label: texts.landing.title, edit: editOf('landing', 'title')},
    ...(chosen ? [{href: viewPath(locale, 'overview'), label: name, edit: editOf('overview', 'title')}] : []),
  ]
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={alternates[other] ?? routePath(other, {...route, page: 1})}
      breadcrumbs={breadcrumbs}
      title={title}
      notice={notice}
      record={listRecord(dates, {title, url: siteUrl + path, locale})}
      texts={texts}
      edit={edit}
      {...(chosen
        ? {
            titleEdit: chosenGroup && editOf(chosenGroup, 'title'),
            kind: name,
            kindEdit: editOf('overview', 'title'),
          }
        : {
            titleEdit: editOf(section, 'title'),
            lead: isEmptyGroup ? messagesIn(locale).emptyGroup : texts[section].lead,
            leadEdit: editOf(section, 'lead'),
          })}
    >
      {children}
      <Pagination
        page={route.page}
        count={count}
        hrefOf={(page) => routePath(locale, {...route, page})}
        locale={locale}
      />
      <JsonLd graph={listGraph(rows, {siteUrl, locale, path, title, breadcrumbs})} />
    </PageLayout>
  )
}
