import {notFound} from 'next/navigation'
import type {ReactNode} from 'react'
import {JsonLd} from '#components/json-ld.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {Pagination} from '#components/pagination.tsx'
import {listRecord} from '#lib/content/page-record.ts'
import type {NetworkLinkRow} from '#lib/content/query-rows.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {groupTag} from '#lib/routing/document-pages.ts'
import type {ListRoute} from '#lib/routing/page-alternates.ts'
import {pageCount} from '#lib/routing/page-numbers.ts'
import {landingPath, viewPath} from '#lib/routing/paths.ts'
import {routePath} from '#lib/routing/route.ts'
import {config} from '#lib/server/config.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {listAlternates, loadPageDates} from '../../load-list.ts'
import {listNames} from './list-metadata.ts'

/**
 * The layout of a list page, around its entries. `rows`: the networks on this page. `total`: the number of
 * all entries in this language. If the list of the other language has no such page, its first page is the
 * alternate.
 */
export async function ListLayout({
  locale,
  route,
  lead,
  notice,
  rows,
  total,
  children,
}: {
  locale: Locale
  route: ListRoute
  lead: string
  notice?: string | undefined
  rows: readonly NetworkLinkRow[]
  total: number
  children: ReactNode
}) {
  const count = pageCount(route.kind, total)
  if (route.page > count) notFound()
  const {navigation} = messagesIn(locale)
  const other = otherLocale(locale)
  const alternates = await listAlternates(route)
  const {siteUrl} = config
  const path = routePath(locale, route)
  const {name, chosen} = listNames(locale, route)
  const title = chosen ?? name
  const dates = await loadPageDates(
    rows.flatMap(({_id}) => _id ?? []),
    route.kind === 'group' ? groupTag(route.group) : networksTag,
  )
  const breadcrumbs = [
    {href: landingPath(locale), label: navigation.landing},
    ...(chosen ? [{href: viewPath(locale, 'overview'), label: name}] : []),
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
      {...(chosen ? {kind: name} : {lead})}
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
