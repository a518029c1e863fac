import type {SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'
import {expect} from 'vitest'
import {bodyIdsOf} from '#lib/content/related-view.ts'
import {locales} from '#lib/i18n/locales.ts'
import {type Group, groupOf} from '#lib/routing/paths.ts'
import {addHook, receiver} from '#sanity/lake/tests/webhook-receiver.ts'
import {GROUP_CATALOGUE_QUERY, groupCatalogueTags} from '#sanity/queries/catalogue.ts'
import {GROUP_PAGE_QUERY, groupPageTags} from '#sanity/queries/group-page.ts'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {RELATED_QUERY, relatedTags} from '#sanity/queries/related.ts'
import {revalidateWebhook} from '#sanity/queries/webhook.ts'
import {affectedByChange, type Change, change} from '#sanity/server/revalidate/affected.ts'

/** What the site has stored: each request to the CMS with its tags and its answer. */
export type Stored = Map<string, {tags: string[]; answer: unknown}>

/** All that the page of a network, and its entry in its group, is made from. Those of general lists have a general tag. */
export async function storedFor(client: SanityClient, slug: string): Promise<Stored> {
  const row = await client.fetch(NETWORK_PAGE_QUERY, {slug})
  const stored: Stored = new Map([[`network ${slug}`, {tags: networkPageTags(slug), answer: row}]])
  if (!row) return stored
  const group: Group = groupOf(row)
  const entry = await client.fetch(GROUP_PAGE_QUERY, {ids: [row._id]})
  stored.set(`entry ${slug}`, {tags: groupPageTags(group), answer: entry})
  const catalogue = await client.fetch(GROUP_CATALOGUE_QUERY, {group, start: 0, end: 1_000})
  stored.set(`catalogue ${group}`, {tags: groupCatalogueTags(group), answer: catalogue})
  const bodyIds = bodyIdsOf(row)
  for (const locale of locales) {
    const answer = await client.fetch(RELATED_QUERY, {id: row._id, bodyIds, locale})
    stored.set(`related ${slug} ${locale}`, {tags: relatedTags(bodyIds), answer})
  }
  return stored
}

/** Fails for each stored answer that is no longer right and that none of these tags makes stale. */
export function expectMarked(before: Stored, now: Stored, tags: string[], what: string) {
  for (const [name, {answer, tags: own}] of before) {
    if (JSON.stringify(now.get(name)?.answer) === JSON.stringify(answer)) continue
    const isMarked = own.some((tag) => tags.includes(tag))
    expect(isMarked, `${what} changes "${name}" (${own}), but the webhook marks only ${tags}`).toBe(true)
  }
}

/** Hears of changes through the lake's webhook, as the site does, and says what each makes stale. Until the test ends. */
export async function webhookOf(member: SanityClient, visitor: SanityClient) {
  const {url, deliveries, waitForDeliveries} = await receiver()
  await addHook(member, url, {rule: {...revalidateWebhook.rule}})
  return async (makeChange: () => Promise<unknown>) => {
    const count = deliveries.length + 1
    await makeChange()
    await waitForDeliveries(count)
    return affectedByChange(visitor, change.parse(deliveries.at(-1)?.payload))
  }
}

/** What the webhook sends of a change, as its projection makes it. */
export async function toldOf(before: object, after: object): Promise<Change> {
  const tree = parse(`*[0]${revalidateWebhook.rule.projection}`, {mode: 'delta'})
  return change.parse(await (await evaluate(tree, {dataset: [after], before, after})).get())
}
