import type {ReferenceFilterResolver, SanityDocument} from 'sanity'
import {describe, expect, test, vi} from 'vitest'
import {excludeSelfAndDescendants, excludeValuesOf} from '#sanity/schemas/validation/reference-rules.ts'
import {ask, type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf, problemsWithout} from './validate.ts'

const to = (_ref: string) => ({_type: 'reference', _ref})
const body = (_id: string, parent?: string, _type = 'network'): SeedDocument => ({
  _id,
  _type,
  name: {cs: `Celek ${_id}`},
  ...(parent && {parent: to(parent)}),
})

/** The top, what is part of it, and what is part of that. */
const bodies = [body('top'), body('middle', 'top', 'organization'), body('low', 'middle'), body('other')]

const said = async (document: SeedDocument, path: string, others = bodies) =>
  (await problemsOf(document, others)).filter((problem) => problem.split(' ')[1] === `${path}:`)

describe('what a body is part of', () => {
  test.each(['network', 'organization'])(
    'is not the %s itself, and the message says what to do',
    async (type) => {
      expect(await said(body('top', 'top', type), 'parent')).toEqual([
        expect.stringMatching(/^error parent: .*vyberte jiný celek/),
      ])
      expect(await said({...body('top', 'top', type), _id: 'drafts.top'}, 'parent')).toHaveLength(1)
    },
  )

  test('is not part of it, however far below, and the circle is named', async () => {
    expect(await said(body('top', 'middle'), 'parent')).toHaveLength(1)
    expect(await said(body('drafts.top', 'low'), 'parent')).toEqual([
      expect.stringContaining('tento dokument → Celek low → Celek middle → tento dokument'),
    ])
  })

  test('may be anything else, also where others already go in a circle', async () => {
    expect(await said(body('top', 'other'), 'parent')).toEqual([])
    expect(await said(body('low', 'top'), 'parent')).toEqual([])
    expect(await said(body('other', 'a'), 'parent', [...bodies, body('a', 'b'), body('b', 'a')])).toEqual([])
  })

  test('is only warned about when the CMS can’t be asked', async () => {
    const problems = await problemsWithout(body('top', 'low'))
    expect(problems.filter((problem) => problem.includes(' parent:'))).toEqual([
      expect.stringMatching(/^error parent: Referenced document/),
      expect.stringMatching(/^warning parent: .*nejde ověřit/),
    ])
  })
})

describe('what is offered', () => {
  const offered = async (
    resolve: ReferenceFilterResolver,
    document: SeedDocument,
    documents: SeedDocument[],
  ) => {
    const client = {
      withConfig: () => client,
      fetch: (query: string, params: object) => ask(query, {...params}, documents),
    }
    const context = {document: document as unknown as SanityDocument, getClient: () => client}
    const {filter, params} = (await resolve(context as never)) as {
      filter: string
      params: Record<string, unknown>
    }
    return ask(`*[${filter}]._id`, params, documents)
  }

  test('as the parent is neither the body itself nor what is part of it, drafts included', async () => {
    const documents = [...bodies, body('drafts.low', 'middle')]
    expect(await offered(excludeSelfAndDescendants, body('drafts.top'), documents)).toEqual(['other'])
    expect(await offered(excludeSelfAndDescendants, body('low'), documents)).toEqual([
      'top',
      'middle',
      'other',
    ])
  })

  test('leaves out the body itself when what is part of it can’t be read', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
    const context = {
      document: body('top'),
      getClient: () => {
        throw new Error('no answer')
      },
    }
    const {filter, params} = (await excludeSelfAndDescendants(context as never)) as {
      filter: string
      params: Record<string, unknown>
    }
    expect(await ask(`*[${filter}]._id`, params, bodies)).toEqual(['middle', 'low', 'other'])
    expect(complain).toHaveBeenCalledOnce()
    complain.mockRestore()
  })

  test('to a membership is neither its network nor its member', async () => {
    const membership = {_id: 'm', _type: 'membership', network: to('top'), member: to('middle')}
    expect(await offered(excludeValuesOf('network', 'member'), membership, bodies)).toEqual(['low', 'other'])
  })
})

test('a membership neither informs itself nor sits for itself', async () => {
  const membership = seed.find(({_id}) => _id === 'membership-simi-working-group') as SeedDocument
  const network = membership.network as {_ref: string}
  const member = membership.member as {_ref: string}
  for (const reportsTo of [network, member])
    expect(await said({...membership, reportsTo}, 'reportsTo', seed)).toEqual([
      expect.stringMatching(/^error .*jiného/),
    ])
  expect(await said({...membership, onBehalfOf: member}, 'onBehalfOf', seed)).toHaveLength(1)
  expect(await said(membership, 'reportsTo', seed)).toEqual([])
})
