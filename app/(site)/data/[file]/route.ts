import {contentOf, tableFile, tableFiles} from '#lib/open-data/tables.ts'
import {config} from '#lib/server/config.ts'
import {loadOpenData} from '../open-data.ts'

export const dynamic = 'force-static'

/** Other names are a 404 without a query. */
export const dynamicParams = false

export const generateStaticParams = () => tableFiles.map((file) => ({file}))

/** Every table, as `networks.csv` for programs and as `networks.excel.csv`. */
export async function GET(_request: Request, {params}: RouteContext<'/data/[file]'>) {
  const {file} = await params
  return new Response(tableFile(file, contentOf(await loadOpenData(), config.siteUrl)), {
    headers: {'Content-Type': 'text/csv; charset=utf-8; header=present'},
  })
}
