import {popolo} from '#lib/open-data/popolo.ts'
import {config} from '#lib/server/config.ts'
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetchAll} from '#sanity/server/fetch.ts'

export const dynamic = 'force-static'

export async function GET() {
  const rows = await publishedFetchAll({query: OPEN_DATA_QUERY, tags: [networksTag]})
  return Response.json(popolo(rows, config.siteUrl))
}
