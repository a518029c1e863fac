import type {SanityClient} from '@sanity/client'
import {z} from 'zod'
import {locales} from '#lib/i18n/locales.ts'
import {groupOf, groupPath, homePath, landingPath, networkPath, viewPath, views} from '#lib/routing/paths.ts'
import {AFFECTED_NETWORKS_QUERY} from '#sanity/queries/affected-networks.ts'
import {groupTag, networksTag, networkTag, relatedTag} from '#sanity/queries/tags.ts'

/** A value of another type counts as none: a malformed document must not keep the rest from being renewed. */
const text = z.string().nullish().catch(null)

/** Where a network is and was found: its slugs, and the two fields its group follows from. */
const address = z.object({
  cs: text,
  en: text,
  former: z.array(z.string()).nullish().catch(null),
  level: text,
  relationKind: text,
})
type Address = z.infer<typeof address>

const ids = z.array(text)
const present = (list: z.infer<typeof ids>) => list.filter((id) => typeof id === 'string')

/** What AFFECTED_NETWORKS_QUERY answers. */
const affectedNetworks = z.object({networks: z.array(address), bodyIds: ids})

/** What the webhook's projection sends (../../queries/webhook.ts). A delete carries no `_updatedAt`. */
export const change = z.object({
  _id: z.string().min(1),
  _type: z.string().min(1),
  _updatedAt: z.string().nullish(),
  networkIds: ids.default([]),
  bodyIds: ids.default([]),
  addresses: z.array(address).default([]),
})
export type Change = z.infer<typeof change>

/**
 * Where the changed document was and is, every network that shows something of it, and the bodies through which others
 * are related to it.
 */
export async function affectedByChange(client: Pick<SanityClient, 'fetch'>, changed: Change) {
  const bodyIds = present(changed.bodyIds)
  const networkIds = present(changed.networkIds)
  // A network's page reads which organizations are part of it; they refer to it, not it to them.
  const ids = changed._type === 'organization' ? [...networkIds, ...bodyIds] : networkIds
  const found = await client.fetch(AFFECTED_NETWORKS_QUERY, {id: changed._id, ids}, {cache: 'no-store'})
  const affected = affectedNetworks.parse(found)
  return affectedBy(
    [...changed.addresses, ...affected.networks],
    [changed._id, ...bodyIds, ...present(affected.bodyIds)],
  )
}

/**
 * The cache tags a change makes stale and the paths to have made anew so that they are fresh before a visitor asks.
 * Old and new addresses both count: the page a network has left must become a 404 or a redirect, and a redirect that
 * was kept must lead to the address of today. First what the change is about, last what shows every network.
 *
 * The rest is made anew when somebody asks for it (lib/server/cache/blocking-revalidation.ts): networks that only name a changed one as
 * related, through one of `bodyIds`, further pages of lists, feeds and files for machines.
 */
export function affectedBy(addresses: Address[], bodyIds: string[] = []): {tags: string[]; paths: string[]} {
  const tags = new Set([networksTag, ...bodyIds.map(relatedTag)])
  const own = new Set<string>()
  const lists = new Set<string>()
  for (const {cs, en, former, level, relationKind} of addresses) {
    if (!cs && !en) continue
    const group = groupOf({level, relationKind})
    tags.add(groupTag(group))
    for (const locale of locales) lists.add(groupPath(locale, group))
    for (const [locale, slug] of [
      ['cs', cs],
      ['en', en],
    ] as const) {
      if (!slug) continue
      tags.add(networkTag(slug))
      own.add(networkPath(locale, group, slug))
    }
    for (const slug of former ?? []) {
      tags.add(networkTag(slug))
      // Which language it was of is not kept: it leads on in both.
      for (const locale of locales) own.add(networkPath(locale, group, slug))
    }
  }
  const overAll = locales.flatMap((locale) => [
    landingPath(locale),
    homePath(locale),
    ...views.map((view) => viewPath(locale, view)),
  ])
  return {tags: [...tags], paths: [...own, ...lists, ...overAll]}
}
