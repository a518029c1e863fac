import {notFound} from 'next/navigation'
import type {ReactNode} from 'react'
import {JsonLd} from '#components/json-ld.tsx'
import {PageFrame} from '#components/page-layout.tsx'
import {Paging} from '#components/pagination.tsx'
import type {NetworkLinkRow} from '#lib/content/query-rows.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {ListPlace} from '#lib/routing/page-alternates.ts'
import {pageCount} from '#lib/routing/page-numbers.ts'
import {landingPath, viewPath} from '#lib/routing/paths.ts'
import {placePath} from '#lib/routing/route.ts'
import {config} from '#lib/server/config.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {listAlternates} from '../../load-list.ts'
import {listNames} from './list-metadata.ts'

/**
 * What a page of a list has around its entries. `rows` are the networks on this page, `total` counts all entries in this
 * language: the other's list may be shorter, and then its first page stands for a further one.
 */
export async function ListFrame({
  locale,
  place,
  lead,
  rows,
  total,
  children,
}: {
  locale: Locale
  place: ListPlace
  lead: string
  rows: readonly NetworkLinkRow[]
  total: number
  children: ReactNode
}) {
  const count = pageCount(place.kind, total)
  if (place.page > count) notFound()
  const {navigation} = messagesIn(locale)
  const other = otherLocale(locale)
  const alternates = await listAlternates(place)
  const {siteUrl} = config
  const path = placePath(locale, place)
  const {name, chosen} = listNames(locale, place)
  const title = chosen ?? name
  const trail = [
    {href: landingPath(locale), label: navigation.landing},
    ...(chosen ? [{href: viewPath(locale, 'overview'), label: name}] : []),
  ]
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={alternates[other] ?? placePath(other, {...place, page: 1})}
      trail={trail}
      title={title}
      {...(chosen ? {kind: name} : {lead})}
    >
      {children}
      <Paging
        page={place.page}
        count={count}
        hrefOf={(page) => placePath(locale, {...place, page})}
        locale={locale}
      />
      <JsonLd graph={listGraph(rows, {siteUrl, locale, path, title, trail})} />
    </PageFrame>
  )
}
