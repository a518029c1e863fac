import {createStructureBuilder, type StructureResolverContext} from 'sanity/structure'
import {expect, test} from 'vitest'
import {groupOf, groups} from '#lib/routing/paths.ts'
import {checks} from '#sanity/structure/checks.ts'
import {networkGroups} from '#sanity/structure/network-groups.ts'
import {structure} from '#sanity/structure/structure.ts'
import {schema} from '../schemas/validate.ts'
import {runGroq, seed} from '../seed/seed.ts'

type Network = {_id: string; level?: string; relationKind?: string}

test('the Studio lists each network in the same group as the site', async () => {
  const documents = [...seed, {_id: 'network-without-a-level', _type: 'network'}]
  const networks: Network[] = await runGroq('*[_type == "network"]', {}, documents)
  expect(networkGroups.map(({id}) => id)).toEqual(groups)
  for (const {id, filter} of networkGroups) {
    const listed = await runGroq(`*[${filter}]._id`, {}, documents)
    expect(listed).toEqual(networks.filter((network) => groupOf(network) === id).map(({_id}) => _id))
    expect(listed.length).toBeGreaterThan(1)
  }
})

type Item = {id: string; child?: unknown; items?: Item[]; serialize?: (options: object) => Item}

/** Opens an item and all panes below it. Returns their ids. */
async function open(item: Item): Promise<string[]> {
  const child = typeof item.child === 'function' ? await item.child(item.id, {parent: item}) : item.child
  const pane: Item = child?.serialize ? child.serialize({path: [item.id]}) : child
  const children = await Promise.all((pane?.items ?? []).filter((inner) => inner.child).map(open))
  return [item.id, ...children.flat()]
}

test('every pane of the structure opens without a console error', async () => {
  // The builder needs only these parts of the workspace. A complete one needs a browser.
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
    'all-checks',
    ...checks.map(({id}) => id),
    'yearly-check',
    'drafts',
    'source',
    'organization',
    'person',
    'site-texts',
  ])
})
