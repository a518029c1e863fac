import {expect, test} from 'vitest'
import {groupOf, groups} from '#lib/routes.ts'
import {networkGroups} from '#sanity/structure/network-groups.ts'
import {ask, seed} from './seed.ts'

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
