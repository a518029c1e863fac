import {popolo} from '#lib/open-data/popolo.ts'
import {parseEnv} from '#sanity/env.ts'
import {publishedFetchAll} from '#sanity/fetch.ts'
import {OPEN_DATA_QUERY, openDataTags} from '#sanity/queries/open-data.ts'

export const dynamic = 'force-static'

export async function GET() {
  const rows = await publishedFetchAll({query: OPEN_DATA_QUERY, tags: openDataTags()})
  return Response.json(popolo(rows, parseEnv(process.env).siteUrl))
}
