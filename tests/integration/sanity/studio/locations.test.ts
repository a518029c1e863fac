import {expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {LOCATIONS_QUERY} from '#sanity/queries/locations.ts'
import {pagesOf} from '#sanity/studio/presentation-resolve.ts'

type Document = {_id: string; _type: string; [field: string]: unknown}

const lake = lakeForTests()
const to = (_ref: string) => ({_type: 'reference', _ref})
const network = (id: string, name: string, rest: object = {}) => ({
  _id: id,
  _type: 'network',
  level: 'czech',
  name: {cs: name},
  slug: {cs: {current: id}},
  host: to('office'),
  ...rest,
})

test('the Studio lists the pages that show a document, in the order of names, and no page that does not exist', async () => {
  const documents: Document[] = [
    {_id: 'employer', _type: 'organization'},
    {_id: 'office', _type: 'organization'},
    {_id: 'source', _type: 'source'},
    {_id: homeOrganizationId, _type: 'organization', names: [{_key: 'a', source: to('source')}]},
    {_id: 'person', _type: 'person', positions: [{_key: 'a', organization: to('employer')}]},
    network('chata', 'Chata'),
    network('ctvrta', 'Čtvrtá'),
    network('cyklo', 'Cyklo'),
    network('nowhere', 'Nikde', {slug: {}, level: 'european'}),
    {_id: 'membership', _type: 'membership', network: to('chata'), member: to('person')},
  ]
  const transaction = lake.client.transaction()
  for (const document of documents) transaction.create(document)
  await transaction.commit({visibility: 'async'})
  const locate = async (id: string) => {
    const {pages, home} = await lake.visitor.fetch(LOCATIONS_QUERY, {id, homeId: homeOrganizationId})
    return {pages: pagesOf(pages).map(({title}) => title), home}
  }
  const lists = ['České sítě', 'Naše členství']
  expect(await locate('office')).toEqual({pages: ['Cyklo', 'Čtvrtá', 'Chata', ...lists], home: false})
  expect(await locate('employer')).toEqual({pages: ['Chata', ...lists], home: false})
  expect(await locate('source')).toEqual({pages: [], home: true})
  expect(await locate('nowhere')).toEqual({pages: [], home: false})
})
