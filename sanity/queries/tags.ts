/**
 * Cache tags name what a query could match, never what it did match, so that a cached 404 or an empty list can be
 * revived by the document that was missing. The webhook derives the same tags from the change.
 */
import type {Group} from '#lib/routing/paths.ts'

/** Lists over all networks, files over all of them, and the home page. */
export const networksTag = 'networks'

/** The list of one group. */
export const groupTag = (group: Group) => `group:${group}`

/** One network's page, by the slug that was asked for. */
export const networkTag = (slug: string) => `network:${slug}`

/** What a network's page says of the networks that share this body with it. */
export const relatedTag = (bodyId: string) => `related:${bodyId}`
