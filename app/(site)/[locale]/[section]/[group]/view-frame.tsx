import type {ReactNode} from 'react'
import {JsonLd} from '#components/json-ld.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {type Locale, otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {landingPath, type View, viewPath} from '#lib/routes.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import type {NetworkLinkRow} from '#lib/views/rows.ts'
import {parseEnv} from '#sanity/env.ts'

/** What every page over all networks has around its picture or table. */
export function ViewFrame({
  locale,
  view,
  rows,
  children,
}: {
  locale: Locale
  view: View
  rows: readonly NetworkLinkRow[]
  children: ReactNode
}) {
  const {navigation, views} = messagesIn(locale)
  const {siteUrl} = parseEnv(process.env)
  const path = viewPath(locale, view)
  const trail = [{href: landingPath(locale), label: navigation.landing}]
  const {title} = views[view]
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={viewPath(otherLocale(locale), view)}
      trail={trail}
      {...views[view]}
    >
      {children}
      <JsonLd graph={listGraph(rows, {siteUrl, locale, path, title, trail})} />
    </PageFrame>
  )
}
