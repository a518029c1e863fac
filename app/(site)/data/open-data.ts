import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {OPEN_DATA_QUERY} from '#sanity/queries/open-data.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {publishedFetch, publishedFetchAll} from '#sanity/server/fetch.ts'

/** The content of all data files. They share the cached answers. */
export async function loadOpenData() {
  const [networks, home] = await Promise.all([
    publishedFetchAll({query: OPEN_DATA_QUERY, tags: [networksTag]}),
    publishedFetch({query: HOME_PAGE_QUERY, params: {id: homeOrganizationId}, tags: [networksTag]}),
  ])
  return {networks, home}
}
