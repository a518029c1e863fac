import {parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {type AddressRow, newestChange} from '#lib/content/address-view.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {ADDRESSES_QUERY} from '#sanity/queries/addresses.ts'
import {GROUP_PAGE_QUERY} from '#sanity/queries/group-page.ts'
import {NETWORK_PAGE_QUERY} from '#sanity/queries/network-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {revalidateWebhook} from '#sanity/queries/webhook.ts'
import {affectedByChange} from '#sanity/server/revalidate/affected.ts'
import {documentTypes, markOf, ReferenceTree, type TreeDocument} from './reference-tree.ts'
import {expectMarked, storedFor, toldOf} from './what-is-shown.ts'

const HOPS = 3
const variants = Array.from({length: 2 ** HOPS}, (_, variant) => variant)

const lake = lakeForTests()

/** The same document with other words in it; its address stays, so that its page is found. */
const reworded = ({slug, ...document}: TreeDocument): TreeDocument => ({
  ...JSON.parse(JSON.stringify(document).replaceAll('> ', '> changed ')),
  slug,
})

const slugOf = ({slug}: TreeDocument) => (slug as {en: {current: string}}).en.current

async function write(documents: TreeDocument[]) {
  const transaction = lake.client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit({visibility: 'async'})
}

/** When the network's page was last changed, as the sitemap and the feed say it. */
async function dateOf(id: string) {
  const rows: AddressRow[] = await lake.visitor.fetch(ADDRESSES_QUERY, {start: 0, end: 1_000})
  return newestChange(rows.filter(({_id}) => _id === id))
}

// Some hundred requests each: slow where the processor is busy.
describe.each(variants)('along every reference of the schema (variant %i)', {timeout: 60_000}, (variant) => {
  test('a change is marked in all that shows it, and dates the page', async () => {
    const {documents, subject, pathTo} = new ReferenceTree(variant, HOPS)
    const slug = slugOf(subject)
    await write(documents)
    let before = await storedFor(lake.visitor, slug)
    const answers = JSON.stringify([...before.values()])
    const shown = documents.filter(({_id}) => answers.includes(markOf(_id)))
    expect(shown.length).toBeGreaterThan(5)
    for (const document of shown) {
      const path = pathTo.get(document._id) ?? ''
      const after = reworded(document)
      await lake.client.createOrReplace(after)
      const {tags} = await affectedByChange(lake.visitor, await toldOf(document, after))
      const now = await storedFor(lake.visitor, slug)
      expectMarked(before, now, tags, path)
      const entry = `entry ${slug}`
      if (JSON.stringify(now.get(entry)) !== JSON.stringify(before.get(entry))) {
        const changed = await lake.visitor.fetch('*[_id == $id][0]._updatedAt', {id: document._id})
        expect(await dateOf(subject._id), path).toBe(changed)
      }
      before = now
    }
  })
})

test('the walk comes to the organization where a member has a post', async () => {
  const {documents, subject, pathTo} = new ReferenceTree(1 << 1, HOPS)
  await write(documents)
  const answer = JSON.stringify(await lake.visitor.fetch(NETWORK_PAGE_QUERY, {slug: slugOf(subject)}))
  const paths = documents.filter(({_id}) => answer.includes(markOf(_id))).map(({_id}) => pathTo.get(_id))
  expect(paths).toContain(
    'network <- membership.network.member -> person.positions[].organization -> organization',
  )
})

/** How a query gets from document to document: `*` looks some up, `>` follows a reference. */
function waysOf(node: unknown): string[] {
  if (Array.isArray(node)) return [...new Set(['', ...node.flatMap(waysOf)])]
  if (typeof node !== 'object' || node === null || ('type' in node && node.type === 'Value')) return ['']
  const {type, base, ...rest} = node as {type?: string; base?: unknown; [part: string]: unknown}
  const own = type === 'Everything' ? '*' : type === 'Deref' ? '>' : ''
  const after = waysOf(Object.values(rest))
  return [...new Set(waysOf(base).flatMap((way) => after.map((next) => way + own + next)))]
}

test.each([
  ['a network’s page', NETWORK_PAGE_QUERY, {slug: 'a'}],
  ['an entry in a group', GROUP_PAGE_QUERY, {ids: ['a']}],
])('%s reads no further than the walk goes: make HOPS larger when this fails', (_, query, params) => {
  for (const way of waysOf(parse(query, {params}))) {
    // The network itself; then, one hop each, what refers to it, and what references lead to.
    expect(way).toMatch(/^\*{0,2}>*$/)
    expect(way.length - 1).toBeLessThanOrEqual(HOPS)
  }
})

test('what has no general tag is walked, and the webhook tells of every type of document', async () => {
  const files = import.meta.glob('/sanity/queries/*.ts', {eager: true}) as Record<
    string,
    Record<string, unknown>
  >
  const withTagsOfTheirOwn = Object.entries(files).flatMap(([path, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      name.endsWith('Tags') && typeof value === 'function' && !value(['x']).includes(networksTag)
        ? path.replace(/.*\//, '')
        : [],
    ),
  )
  // Those in ./what-is-shown.ts.
  expect(withTagsOfTheirOwn).toEqual(['catalogue.ts', 'group-page.ts', 'network-page.ts', 'related.ts'])
  for (const type of documentTypes) expect(revalidateWebhook.rule.filter).toContain(`"${type}"`)
})
