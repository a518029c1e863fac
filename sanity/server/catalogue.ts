import 'server-only'
import type {CatalogueRow} from '#lib/content/catalogue.ts'
import {keepVersion} from '#lib/server/cache/keep-version.ts'
import {CATALOGUE_PART, CATALOGUE_QUERY, CATALOGUE_VERSION_QUERY} from '../queries/catalogue.ts'
import {networksTag} from '../queries/tags.ts'
import {publishedFetch, publishedFetchAll} from './fetch.ts'

const keep = keepVersion<readonly CatalogueRow[]>()

/**
 * What lists count and order all networks by. When a page is renewed after a publish, Next asks the CMS for everything
 * again, and eight pages would each read all networks: so what was read is kept until a network changes, at the cost of
 * one small request a page and of the memory for it.
 */
export async function publishedCatalogue(): Promise<readonly CatalogueRow[]> {
  const tags = [networksTag]
  const version = JSON.stringify(await publishedFetch({query: CATALOGUE_VERSION_QUERY, tags}))
  // The query has no use for the version; the address of the request has: Next must not answer with an older one.
  const request = {query: CATALOGUE_QUERY, params: {version}, tags, part: CATALOGUE_PART}
  return keep(version, () => publishedFetchAll(request))
}
