import {membershipsCsv} from '#lib/open-data/csv.ts'
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetchAll} from '#sanity/server/fetch.ts'

export const dynamic = 'force-static'

export async function GET() {
  const rows = await publishedFetchAll({query: OPEN_DATA_QUERY, tags: [networksTag]})
  return new Response(membershipsCsv(rows), {
    headers: {'Content-Type': 'text/csv; charset=utf-8; header=present'},
  })
}
