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
import {cachedAnswersFor, expectStale, payloadFor} from './cached-answers.ts'
import {documentTypes, markerOf, ReferenceTree, type TreeDocument} from './reference-tree.ts'

const HOPS = 3
const variants = Array.from({length: 2 ** HOPS}, (_, variant) => variant)

const lake = lakeForTests()

/** The document with all texts changed. Keeps the slug, so that its page is still found. */
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

/** The date of the network's page in the sitemap and the feed. */
async function dateOf(id: string) {
  const rows: AddressRow[] = await lake.visitor.fetch(ADDRESSES_QUERY, {start: 0, end: 1_000})
  return newestChange(rows.filter(({_id}) => _id === id))
}

// Each case sends some hundred requests, which is slow on a busy machine.
describe.each(variants)('for every reference of the schema (variant %i)', {timeout: 60_000}, (variant) => {
  test('a change makes every answer that shows it stale, and dates the page', async () => {
    const {documents, subject, pathTo} = new ReferenceTree(variant, HOPS)
    const slug = slugOf(subject)
    await write(documents)
    let before = await cachedAnswersFor(lake.visitor, slug)
    const answers = JSON.stringify([...before.values()])
    const shown = documents.filter(({_id}) => answers.includes(markerOf(_id)))
    expect(shown.length).toBeGreaterThan(5)
    for (const document of shown) {
      const path = pathTo.get(document._id) ?? ''
      const after = reworded(document)
      await lake.client.createOrReplace(after)
      const {tags} = await affectedByChange(lake.visitor, await payloadFor(document, after))
      const now = await cachedAnswersFor(lake.visitor, slug)
      expectStale(before, now, tags, path)
      const entry = `entry ${slug}`
      if (JSON.stringify(now.get(entry)) !== JSON.stringify(before.get(entry))) {
        const changed = await lake.visitor.fetch('*[_id == $id][0]._updatedAt', {id: document._id})
        expect(await dateOf(subject._id), path).toBe(changed)
      }
      before = now
    }
  })
})

test('the reference tree includes the organization where a member has a post', async () => {
  const {documents, subject, pathTo} = new ReferenceTree(1 << 1, HOPS)
  await write(documents)
  const answer = JSON.stringify(await lake.visitor.fetch(NETWORK_PAGE_QUERY, {slug: slugOf(subject)}))
  const paths = documents.filter(({_id}) => answer.includes(markerOf(_id))).map(({_id}) => pathTo.get(_id))
  expect(paths).toContain(
    'network <- membership.network.member -> person.positions[].organization -> organization',
  )
})

/** The steps of a query from document to document: `*` filters all documents, `>` follows a reference. */
function stepsOf(node: unknown): string[] {
  if (Array.isArray(node)) return [...new Set(['', ...node.flatMap(stepsOf)])]
  if (typeof node !== 'object' || node === null || ('type' in node && node.type === 'Value')) return ['']
  const {type, base, ...rest} = node as {type?: string; base?: unknown; [part: string]: unknown}
  const own = type === 'Everything' ? '*' : type === 'Deref' ? '>' : ''
  const after = stepsOf(Object.values(rest))
  return [...new Set(stepsOf(base).flatMap((steps) => after.map((next) => steps + own + next)))]
}

test.each([
  ['a network’s page', NETWORK_PAGE_QUERY, {slug: 'a'}],
  ['an entry in a group', GROUP_PAGE_QUERY, {ids: ['a']}],
])('%s reads no further than the reference tree: increase HOPS when this fails', (_, query, params) => {
  for (const steps of stepsOf(parse(query, {params}))) {
    // First the network. Then one hop each: documents that refer to it, and references to follow.
    expect(steps).toMatch(/^\*{0,2}>*$/)
    expect(steps.length - 1).toBeLessThanOrEqual(HOPS)
  }
})

test('queries without the general tag are covered here, and the webhook covers every document type', async () => {
  const files = import.meta.glob('/sanity/queries/*.ts', {eager: true}) as Record<
    string,
    Record<string, unknown>
  >
  const withOwnTags = Object.entries(files).flatMap(([path, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      name.endsWith('Tags') && typeof value === 'function' && !value(['x']).includes(networksTag)
        ? path.replace(/.*\//, '')
        : [],
    ),
  )
  // The same files as in ./cached-answers.ts.
  expect(withOwnTags).toEqual(['catalogue.ts', 'group-page.ts', 'network-page.ts', 'related.ts'])
  for (const type of documentTypes) expect(revalidateWebhook.rule.filter).toContain(`"${type}"`)
})
