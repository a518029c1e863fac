import type {SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'
import {expect} from 'vitest'
import {bodyIdsOf} from '#lib/content/related-view.ts'
import {locales} from '#lib/i18n/locales.ts'
import {groupTag} from '#lib/routing/document-pages.ts'
import {type Group, groupOf} from '#lib/routing/paths.ts'
import {addHook, receiver} from '#sanity/lake/tests/webhook-receiver.ts'
import {GROUP_CATALOGUE_QUERY, groupCatalogueTags} from '#sanity/queries/catalogue.ts'
import {GROUP_PAGE_QUERY, groupPageTags} from '#sanity/queries/group-page.ts'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {PAGE_DATES_QUERY} from '#sanity/queries/page-dates.ts'
import {RELATED_QUERY, relatedTags} from '#sanity/queries/related.ts'
import {revalidateWebhook} from '#sanity/queries/webhook.ts'
import {affectedByChange, type Change, change} from '#sanity/server/revalidate/affected.ts'

/** The cached answers of the Content Lake by name, each with its cache tags. */
export type CachedAnswers = Map<string, {tags: string[]; answer: unknown}>

/** The answers for a network's page and its entry in its group. Other lists have a general tag. */
export async function cachedAnswersFor(client: SanityClient, slug: string): Promise<CachedAnswers> {
  const row = await client.fetch(NETWORK_PAGE_QUERY, {slug})
  const answers: CachedAnswers = new Map([[`network ${slug}`, {tags: networkPageTags(slug), answer: row}]])
  if (!row) return answers
  const group: Group = groupOf(row)
  const entry = await client.fetch(GROUP_PAGE_QUERY, {ids: [row._id]})
  answers.set(`entry ${slug}`, {tags: groupPageTags(group), answer: entry})
  const catalogue = await client.fetch(GROUP_CATALOGUE_QUERY, {group, start: 0, end: 1_000})
  answers.set(`catalogue ${group}`, {tags: groupCatalogueTags(group), answer: catalogue})
  const dates = await client.fetch(PAGE_DATES_QUERY, {ids: [row._id]})
  answers.set(`dates ${slug}`, {tags: [groupTag(group)], answer: dates})
  const bodyIds = bodyIdsOf(row)
  for (const locale of locales) {
    const answer = await client.fetch(RELATED_QUERY, {id: row._id, bodyIds, locale})
    answers.set(`related ${slug} ${locale}`, {tags: relatedTags(bodyIds), answer})
  }
  return answers
}

/** Fails for each answer that has changed although none of these tags makes it stale. */
export function expectStale(before: CachedAnswers, now: CachedAnswers, tags: string[], what: string) {
  for (const [name, {answer, tags: own}] of before) {
    if (JSON.stringify(now.get(name)?.answer) === JSON.stringify(answer)) continue
    const isStale = own.some((tag) => tags.includes(tag))
    expect(isStale, `${what} changes "${name}" (${own}), but the webhook revalidates only ${tags}`).toBe(true)
  }
}

/** Receives changes through the lake's webhook, as the site does. Returns what each change makes stale. */
export async function receiveWebhooks(member: SanityClient, visitor: SanityClient) {
  const {url, deliveries, waitForDeliveries} = await receiver()
  await addHook(member, url, {rule: {...revalidateWebhook.rule}})
  return async (makeChange: () => Promise<unknown>) => {
    const count = deliveries.length + 1
    await makeChange()
    await waitForDeliveries(count)
    return affectedByChange(visitor, change.parse(deliveries.at(-1)?.payload))
  }
}

/** The payload of the webhook for a change, made by its projection. */
export async function payloadFor(before: object, after: object): Promise<Change> {
  const tree = parse(`*[0]${revalidateWebhook.rule.projection}`, {mode: 'delta'})
  return change.parse(await (await evaluate(tree, {dataset: [after], before, after})).get())
}
