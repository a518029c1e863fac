import {popolo} from '#lib/open-data/popolo.ts'
import {config} from '#lib/server/config.ts'
import {loadOpenData} from '../open-data.ts'

export const dynamic = 'force-static'

export async function GET() {
  return Response.json(popolo(await loadOpenData(), config.siteUrl))
}
