import {resolve} from 'node:path'
import {firstValueFrom} from 'rxjs'
import {createSchema, createSearch, getSearchableTypes} from 'sanity'
import {beforeAll, expect, it} from 'vitest'
import {seed} from '#sanity/cli/seed.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'

const lake = lakeForTests()
const types = getSearchableTypes(createSchema({name: 'default', types: schemaTypes}))

beforeAll(async () => {
  await seed(lake.client, resolve('sanity/seed'))
}, 60_000)

/** The Studio's own search. */
async function found(query: string): Promise<string[]> {
  const search = createSearch(types, lake.client, {strategy: 'groq2024'})
  const answer = await firstValueFrom(search({query, types}, {perspective: 'drafts'}))
  return answer.hits.map(({hit}) => hit._id)
}

it.each([
  ['PICUM', 'network-picum'],
  ['regionalni poradni platforma', 'network-regional-advisory-platform'],
  ['Pro Bono', 'network-pro-bono-aliance'],
  ['RPP', 'network-regional-advisory-platform'],
  ['SIMI', 'organization-simi'],
])('search for "%s" finds the body of that name first', async (query, id) => {
  expect((await found(query))[0]).toBe(id)
})
