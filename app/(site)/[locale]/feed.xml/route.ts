import {locales} from '#lib/i18n/locales.ts'
import {changesFeed} from '#lib/open-data/feed.ts'
import {config} from '#lib/server/config.ts'
import {CHANGES_QUERY} from '#sanity/queries/changes.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetchAll} from '#sanity/server/fetch.ts'
import {localeOf} from '../route-params.ts'

export const dynamic = 'force-static'

export const generateStaticParams = () => locales.map((locale) => ({locale}))

/** The Atom feed of changes. */
export async function GET(_request: Request, {params}: RouteContext<'/[locale]/feed.xml'>) {
  const locale = await localeOf(params)
  const rows = await publishedFetchAll({query: CHANGES_QUERY, tags: [networksTag]})
  const {siteUrl} = config
  return new Response(changesFeed(rows, {siteUrl, locale}), {
    headers: {'Content-Type': 'application/atom+xml; charset=utf-8'},
  })
}
