import {locales} from '#lib/i18n/locales.ts'
import {changesFeed, MAX_ENTRIES} from '#lib/open-data/feed.ts'
import {config} from '#lib/server/config.ts'
import {CHANGE_RECORDS_QUERY, CHANGES_QUERY} from '#sanity/queries/changes.ts'
import {changesTag, networksTag} from '#sanity/queries/tags.ts'
import {publishedFetch, publishedFetchAll} from '#sanity/server/fetch.ts'
import {localeOf} from '../route-params.ts'
import {publishedSiteTexts} from '../site-texts.ts'

export const dynamic = 'force-static'

export const generateStaticParams = () => locales.map((locale) => ({locale}))

/** The Atom feed of changes. */
export async function GET(_request: Request, {params}: RouteContext<'/[locale]/feed.xml'>) {
  const locale = await localeOf(params)
  const [networks, records] = await Promise.all([
    publishedFetchAll({query: CHANGES_QUERY, tags: [networksTag]}),
    publishedFetch({
      query: CHANGE_RECORDS_QUERY,
      params: {limit: MAX_ENTRIES},
      tags: [networksTag, changesTag],
    }),
  ])
  const {site} = await publishedSiteTexts(locale)
  const {siteUrl} = config
  return new Response(changesFeed({networks, records}, {siteUrl, locale, site}), {
    headers: {'Content-Type': 'application/atom+xml; charset=utf-8'},
  })
}
