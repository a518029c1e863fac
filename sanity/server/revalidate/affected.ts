import type {SanityClient} from '@sanity/client'
import {z} from 'zod'
import {locales} from '#lib/i18n/locales.ts'
import {pageOf} from '#lib/routing/document-pages.ts'
import {
  accessibilityPath,
  dataPath,
  groupPath,
  groups,
  homePath,
  landingPath,
  viewPath,
  views,
} from '#lib/routing/paths.ts'
import {AFFECTED_PAGES_QUERY} from '#sanity/queries/affected-pages.ts'
import {changeType} from '#sanity/queries/content-types.ts'
import {changesTag, networksTag, pageTag, relatedTag, siteTextsTag} from '#sanity/queries/tags.ts'

/**
 * A value of another type counts as missing, so that a malformed field does not stop the revalidation of the
 * rest.
 */
const text = z.string().nullish().catch(null)

/**
 * What the address of a document follows from: its slugs, its former slugs, and the fields that decide its
 * list.
 */
const address = z.object({
  cs: text,
  en: text,
  former: z.array(z.string()).nullish().catch(null),
  level: text,
  relationKind: text,
})
const typedAddress = address.extend({_type: text})
type Address = z.infer<typeof typedAddress>

const ids = z.array(text)
const present = (list: z.infer<typeof ids>) => list.filter((id) => typeof id === 'string')

/** The result of AFFECTED_PAGES_QUERY. */
const affectedPages = z.object({pages: z.array(typedAddress), bodyIds: ids})

/** The body that the webhook's projection sends (../../queries/webhook.ts). A delete has no `_updatedAt`. */
export const change = z
  .object({
    _id: z.string().min(1),
    _type: z.string().min(1),
    _updatedAt: z.string().nullish(),
    networkIds: ids.default([]),
    bodyIds: ids.default([]),
    addresses: z.array(address).default([]),
  })
  .transform(({addresses, ...rest}) => ({
    ...rest,
    addresses: addresses.map((one) => ({...one, _type: rest._type})),
  }))
export type Change = z.infer<typeof change>

/**
 * What a change affects: the old and the new address of the document, every page that shows something of it,
 * and the bodies through which other networks are related to it.
 */
export async function affectedByChange(
  client: Pick<SanityClient, 'fetch'>,
  changed: Change,
): Promise<Affected> {
  if (changed._type === changeType) return {tags: [changesTag], pages: [], lists: []}
  if (changed._type === 'siteTexts') return affectedBySiteTexts()
  const bodyIds = present(changed.bodyIds)
  const networkIds = present(changed.networkIds)
  // A network's page lists the organizations that are part of it. They refer to the network, not the network
  // to them.
  const ids = changed._type === 'organization' ? [...networkIds, ...bodyIds] : networkIds
  const found: unknown = await client.fetch(AFFECTED_PAGES_QUERY, {id: changed._id, ids}, {cache: 'no-store'})
  const affected = affectedPages.parse(found)
  return affectedBy(
    [...changed.addresses, ...affected.pages],
    [changed._id, ...bodyIds, ...present(affected.bodyIds)],
  )
}

export type Affected = {
  /** Cache tags that become stale. */
  tags: string[]
  /** Paths of the document's own pages, to revalidate before a visitor requests them. */
  pages: string[]
  /** Paths of the pages that list it, those of its group first. */
  lists: string[]
}

/**
 * What a change of these documents affects. Old and new addresses both count: the old address must become a 404 or
 * a redirect, and a stored redirect must lead to the new one.
 *
 * The remaining stale pages are revalidated when a visitor requests them
 * (lib/server/http/site-server.ts): pages that only name the network as related (through one of
 * `bodyIds`), further pages of lists, feeds and data files.
 */
export function affectedBy(addresses: Address[], bodyIds: string[] = []): Affected {
  const tags = new Set([networksTag, ...bodyIds.map(relatedTag)])
  const own = new Set<string>()
  const lists = new Set<string>()
  for (const document of addresses) {
    const {_type, cs, en, former} = document
    const page = pageOf(_type)
    if (!page || !(cs || en)) continue
    for (const list of page.lists.filter(({shows}) => shows(document))) {
      tags.add(list.tag)
      for (const locale of locales) lists.add(list.path(locale))
    }
    for (const [locale, slug] of [
      ['cs', cs],
      ['en', en],
    ] as const) {
      if (!slug) continue
      tags.add(pageTag(page.type, slug))
      own.add(page.path(locale, slug, document))
    }
    for (const slug of former ?? []) {
      tags.add(pageTag(page.type, slug))
      // The language of a former slug is not stored: it redirects in both.
      for (const locale of locales) own.add(page.path(locale, slug, document))
    }
  }
  const overAll = locales.flatMap((locale) => [
    landingPath(locale),
    homePath(locale),
    ...views.map((view) => viewPath(locale, view)),
  ])
  return {tags: [...tags], pages: [...own], lists: [...lists, ...overAll]}
}

/**
 * The site's texts are on every page, at least in its menu, and in feeds and pictures. The data files have
 * none. Pages of networks are revalidated when a visitor requests them: there may be thousands.
 */
function affectedBySiteTexts(): Affected {
  const lists = locales.flatMap((locale) => [
    landingPath(locale),
    homePath(locale),
    ...groups.map((group) => groupPath(locale, group)),
    ...views.map((view) => viewPath(locale, view)),
    dataPath(locale),
    accessibilityPath(locale),
  ])
  return {tags: [siteTextsTag], pages: [], lists}
}
