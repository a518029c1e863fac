import 'server-only'
import {VERSIONS_WITH_SLUG_QUERY} from '../../queries/missing-page.ts'
import {client} from '../client.ts'
import {readToken} from '../token.ts'

/** The ids of all versions of networks with this slug, for editors in draft mode. */
export const versionsWithSlug = (slug: string) =>
  client
    .withConfig({token: readToken, perspective: 'raw', stega: false})
    .fetch(VERSIONS_WITH_SLUG_QUERY, {slug}, {cache: 'no-store'})
