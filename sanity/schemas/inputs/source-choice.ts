import type {SanityClient} from '@sanity/client'
import {dayOf} from '#lib/dates/day.ts'

/** An existing source, or the fields of one to create. */
export type SourceChoice = {_id: string} | {url: string; title: string; lang: string}

export const isComplete = (choice: SourceChoice | undefined): choice is SourceChoice =>
  choice !== undefined && ('_id' in choice || choice.title.trim() !== '')

/**
 * Creates the source when it is new. It is published at once, because a membership can't be published before
 * its sources. The site shows a source only where a published document refers to it. The cost: a source stays
 * when the editor then discards the membership.
 */
export async function ensureSource(client: SanityClient, choice: SourceChoice, now: Date): Promise<string> {
  if ('_id' in choice) return choice._id
  const {_id} = await client.create(
    {
      _type: 'source',
      title: choice.title.trim(),
      lang: choice.lang,
      url: choice.url,
      retrieved: dayOf(now),
    },
    {tag: 'source.create'},
  )
  return _id
}
