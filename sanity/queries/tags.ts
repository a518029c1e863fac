import type {PageType} from '#lib/routing/document-pages.ts'

/**
 * A cache tag names what a query could match, not what it matched. So the missing document, once published,
 * revalidates a cached 404 or an empty list. The webhook derives the same tags from the change.
 */

/**
 * Lists and files over all networks, the sitemap, and the home page. Every change of content makes it stale,
 * except a change of the site's texts.
 */
export const networksTag = 'networks'

/** The feed, when a record of a change is stored. It is stored after the publish that it is about. */
export const changesTag = 'changes'

/**
 * The page of one document, by the slug in the request. Tags of lists are in lib/routing/document-pages.ts.
 */
export const pageTag = (type: PageType, slug: string) => `${type}:${slug}`

/** The texts of the site, which every page shows in its menu. No other change makes them stale. */
export const siteTextsTag = 'site-texts'

/** The related networks on the pages of all networks that share this body. */
export const relatedTag = (bodyId: string) => `related:${bodyId}`
