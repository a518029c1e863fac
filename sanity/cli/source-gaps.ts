import type {SanityClient} from '@sanity/client'
import {addressKey} from '../../lib/parsing/address-key.ts'

const SOURCES_QUERY = `*[_type == "source" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]
  | order(title asc){_id, title, url, publisher, retrieved, archivedUrl}`

type Source = Record<'title' | 'url' | 'publisher' | 'retrieved' | 'archivedUrl', string | null> & {
  _id: string
}

/** What is missing in a source, in words. A source without an address needs no archived copy. */
const missingIn = ({url, publisher, retrieved, archivedUrl}: Source): string[] => [
  ...(publisher ? [] : ['publisher']),
  ...(retrieved ? [] : ['retrieved']),
  ...(url && !archivedUrl ? ['archived copy'] : []),
]

/** The sources that a reader could not check if their site disappeared, one line each. */
export async function sourceGaps(client: SanityClient): Promise<string | undefined> {
  const sources = await client.fetch<Source[]>(SOURCES_QUERY)
  const keys = sources.map(({url}) => addressKey(url))
  const lines = sources.flatMap((source, index) => {
    const key = keys[index]
    const isDuplicate = key !== undefined && keys.indexOf(key) !== keys.lastIndexOf(key)
    const problems = [...missingIn(source), ...(isDuplicate ? ['same address as another source'] : [])]
    return problems.length > 0
      ? [`${source.title ?? source._id} (${source.url ?? source._id}): ${problems.join(', ')}`]
      : []
  })
  if (lines.length === 0) return undefined
  return [
    `${lines.length} of ${sources.length} sources are incomplete; an editor can fill them in under Sources in the Studio:`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n')
}
