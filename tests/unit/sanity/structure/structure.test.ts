import {createStructureBuilder, type StructureResolverContext} from 'sanity/structure'
import {expect, test} from 'vitest'
import {groupOf, groups} from '#lib/routing/paths.ts'
import {checks} from '#sanity/structure/checks.ts'
import {networkGroups} from '#sanity/structure/network-groups.ts'
import {structure} from '#sanity/structure/structure.ts'
import {schema} from '../schemas/validate.ts'
import {ask, seed} from '../seed/seed.ts'

type Network = {_id: string; level?: string; relationKind?: string}

test('the Studio lists each network where the site shows it', async () => {
  const documents = [...seed, {_id: 'network-without-a-level', _type: 'network'}]
  const networks: Network[] = await ask('*[_type == "network"]', {}, documents)
  expect(networkGroups.map(({id}) => id)).toEqual(groups)
  for (const {id, filter} of networkGroups) {
    const listed = await ask(`*[${filter}]._id`, {}, documents)
    expect(listed).toEqual(networks.filter((network) => groupOf(network) === id).map(({_id}) => _id))
    expect(listed.length).toBeGreaterThan(1)
  }
})

type Item = {id: string; child?: unknown; items?: Item[]; serialize?: (options: object) => Item}

/** The panes below an item, opened as clicking through them would. */
async function open(item: Item): Promise<string[]> {
  const child = typeof item.child === 'function' ? await item.child(item.id, {parent: item}) : item.child
  const pane: Item = child?.serialize ? child.serialize({path: [item.id]}) : child
  const below = await Promise.all((pane?.items ?? []).filter((inner) => inner.child).map(open))
  return [item.id, ...below.flat()]
}

test('the Studio builds every pane of it without a word on the console', async () => {
  // Of the workspace the builder reads no more than this; a whole one would need a browser.
  const context = {
    schema,
    getClient: () => ({}),
    i18n: {t: (key: string) => key},
    document: {resolveNewDocumentOptions: () => []},
    templates: [],
    perspectiveStack: [],
  } as unknown as StructureResolverContext
  const builder = createStructureBuilder({source: context, perspectiveStack: []} as unknown as Parameters<
    typeof createStructureBuilder
  >[0])
  const root = structure(builder, context) as unknown as Required<Item>
  expect(await open({id: 'content', child: root})).toEqual([
    'content',
    'networks',
    ...groups,
    'network',
    'memberships',
    'membership',
    'active',
    'former',
    'unknown',
    'needs-check',
    ...checks.map(({id}) => id),
    'drafts',
    'source',
    'organization',
    'person',
  ])
})
