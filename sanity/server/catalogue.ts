import 'server-only'
import type {CatalogueRow} from '#lib/content/catalogue.ts'
import {keepVersion} from '#lib/server/cache/keep-version.ts'
import {CATALOGUE_PART, CATALOGUE_QUERY, CATALOGUE_VERSION_QUERY} from '../queries/catalogue.ts'
import {networksTag} from '../queries/tags.ts'
import {publishedFetch, publishedFetchAll} from './fetch.ts'

const keep = keepVersion<readonly CatalogueRow[]>()

/**
 * The fields by which lists count and sort all networks. When Next revalidates a page after a publish, it
 * repeats all queries of the page, so each of eight pages would read all networks. So the result stays in
 * memory until a network changes. That costs the memory, and one small request a page.
 */
export async function publishedCatalogue(): Promise<readonly CatalogueRow[]> {
  const tags = [networksTag]
  const version = JSON.stringify(await publishedFetch({query: CATALOGUE_VERSION_QUERY, tags}))
  // The query does not use the version. It changes the address of the request, so Next does not answer from
  // an older one.
  const request = {query: CATALOGUE_QUERY, params: {version}, tags, part: CATALOGUE_PART}
  return keep(version, () => publishedFetchAll(request))
}
