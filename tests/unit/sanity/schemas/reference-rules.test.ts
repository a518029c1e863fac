import type {ReferenceFilterResolver, SanityDocument} from 'sanity'
import {describe, expect, test, vi} from 'vitest'
import {excludeSelfAndDescendants, excludeValuesOf} from '#sanity/schemas/validation/reference-rules.ts'
import {runGroq, type SeedDocument, seed} from '../seed/seed.ts'
import {problemsDuringOutage, problemsOf} from './validate.ts'

const to = (_ref: string) => ({_type: 'reference', _ref})
const body = (_id: string, parent?: string, _type = 'network'): SeedDocument => ({
  _id,
  _type,
  name: {cs: `Celek ${_id}`},
  ...(parent && {parent: to(parent)}),
})

/** `low` is part of `middle`, which is part of `top`. */
const bodies = [body('top'), body('middle', 'top', 'organization'), body('low', 'middle'), body('other')]

const problemsAt = async (document: SeedDocument, path: string, others = bodies) =>
  (await problemsOf(document, others)).filter((problem) => problem.split(' ')[1] === `${path}:`)

describe('the parent of a body', () => {
  test.each(['network', 'organization'])(
    'can’t be the %s itself, and the message says what to do',
    async (type) => {
      expect(await problemsAt(body('top', 'top', type), 'parent')).toEqual([
        expect.stringMatching(/^error parent: .*vyberte jiný celek/),
      ])
      expect(await problemsAt({...body('top', 'top', type), _id: 'drafts.top'}, 'parent')).toHaveLength(1)
    },
  )

  test('can’t be a descendant at any depth, and the message names the cycle', async () => {
    expect(await problemsAt(body('top', 'middle'), 'parent')).toHaveLength(1)
    expect(await problemsAt(body('drafts.top', 'low'), 'parent')).toEqual([
      expect.stringContaining('tento dokument → Celek low → Celek middle → tento dokument'),
    ])
  })

  test('may be any other body, even if other bodies form a cycle', async () => {
    expect(await problemsAt(body('top', 'other'), 'parent')).toEqual([])
    expect(await problemsAt(body('low', 'top'), 'parent')).toEqual([])
    expect(
      await problemsAt(body('other', 'a'), 'parent', [...bodies, body('a', 'b'), body('b', 'a')]),
    ).toEqual([])
  })

  test('is only a warning when the Content Lake does not answer', async () => {
    const problems = await problemsDuringOutage(body('top', 'low'))
    expect(problems.filter((problem) => problem.includes(' parent:'))).toEqual([
      expect.stringMatching(/^error parent: Referenced document/),
      expect.stringMatching(/^warning parent: .*nejde ověřit/),
    ])
  })
})

describe('the documents offered', () => {
  const offeredBy = async (
    resolve: ReferenceFilterResolver,
    document: SeedDocument,
    documents: SeedDocument[],
  ) => {
    const client = {
      withConfig: () => client,
      fetch: (query: string, params: object) => runGroq(query, {...params}, documents),
    }
    const context = {document: document as unknown as SanityDocument, getClient: () => client}
    const {filter, params} = (await resolve(context as never)) as {
      filter: string
      params: Record<string, unknown>
    }
    return runGroq(`*[${filter}]._id`, params, documents)
  }

  test('as the parent exclude the body and its descendants, with drafts', async () => {
    const documents = [...bodies, body('drafts.low', 'middle')]
    expect(await offeredBy(excludeSelfAndDescendants, body('drafts.top'), documents)).toEqual(['other'])
    expect(await offeredBy(excludeSelfAndDescendants, body('low'), documents)).toEqual([
      'top',
      'middle',
      'other',
    ])
  })

  test('as the parent exclude at least the body itself when the Content Lake does not answer', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
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
    expect(await runGroq(`*[${filter}]._id`, params, bodies)).toEqual(['middle', 'low', 'other'])
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })

  test('to a membership exclude its network and its member', async () => {
    const membership = {_id: 'm', _type: 'membership', network: to('top'), member: to('middle')}
    expect(await offeredBy(excludeValuesOf('network', 'member'), membership, bodies)).toEqual([
      'low',
      'other',
    ])
  })
})

test('a membership can’t report to its own network or member, or be on behalf of its member', async () => {
  const membership = seed.find(({_id}) => _id === 'membership-simi-working-group') as SeedDocument
  const network = membership.network as {_ref: string}
  const member = membership.member as {_ref: string}
  for (const reportsTo of [network, member])
    expect(await problemsAt({...membership, reportsTo}, 'reportsTo', seed)).toEqual([
      expect.stringMatching(/^error .*jiného/),
    ])
  expect(await problemsAt({...membership, onBehalfOf: member}, 'onBehalfOf', seed)).toHaveLength(1)
  expect(await problemsAt(membership, 'reportsTo', seed)).toEqual([])
})
