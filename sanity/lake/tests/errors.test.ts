import {ClientError} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {clientFor, lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error,
  )

describe('errors come out as the classes of the client', () => {
  it('a query that does not parse points at the place', async () => {
    const query = '*[_type == "page" && ]'
    const error = await failureOf(lake.visitor.fetch(query))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({
      statusCode: 400,
      details: {type: 'queryParseError', query, start: expect.any(Number), end: expect.any(Number)},
      responseBody: expect.stringContaining('queryParseError'),
    })
  })

  it('a missing parameter and an unknown function are errors of the query', async () => {
    expect(await failureOf(lake.visitor.fetch('*[_id == $missing]'))).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('param $missing referenced, but not provided'),
      details: {type: 'queryParseError', start: 9, end: 17},
    })
    for (const query of ['nofunction(1)', 'nothing::here(1)'])
      expect(await failureOf(lake.visitor.fetch(query))).toMatchObject({statusCode: 400, details: {query}})
  })

  it('each failed mutation names its place and the document', async () => {
    await lake.member.create({_id: 'one', _type: 'page'})
    const error = await failureOf(
      lake.member.mutate([{create: {_id: 'two', _type: 'page'}}, {create: {_id: 'one', _type: 'page'}}]),
    )
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('Document by ID "one" already exists'),
      details: {
        type: 'mutationError',
        items: [{index: 1, error: {type: 'documentAlreadyExistsError', id: 'one'}}],
      },
    })
  })

  it('a patch of a missing document, an immutable attribute, a bad id and a missing type are refused', async () => {
    const error = async (attempt: Promise<unknown>) =>
      (await failureOf(attempt)) as {statusCode: number; details: {items: {error: {type: string}}[]}}
    const typeOf = async (attempt: Promise<unknown>) => (await error(attempt)).details.items[0]?.error.type
    expect(await typeOf(lake.member.patch('none').set({a: 1}).commit())).toBe('documentNotFoundError')
    expect(await typeOf(lake.member.patch('one').set({_type: 'other'}).commit())).toBe(
      'mutationImmutableAttributeError',
    )
    expect(await typeOf(lake.member.mutate([{create: {_id: 'a b', _type: 'page'}}]))).toBe(
      'invalidDocumentIDError',
    )
    expect(await typeOf(lake.member.mutate([{create: {_id: 'untyped'}} as never]))).toBe('missingTypeError')
  })

  it('a delete that would leave a reference is refused with who refers', async () => {
    await lake.member.create({_id: 'target', _type: 'page'})
    await lake.member.create({_id: 'source', _type: 'page', ref: {_type: 'reference', _ref: 'target'}})
    for (const attempt of [lake.member.delete('target'), lake.member.delete({query: '*[_id == "target"]'})])
      expect(await failureOf(attempt)).toMatchObject({
        statusCode: 409,
        details: {
          items: [{error: {type: 'documentHasExistingReferencesError', referencingIDs: ['source']}}],
        },
      })
  })

  it('a transaction ID serves once', async () => {
    await lake.member.mutate([{create: {_id: 'once', _type: 'page'}}], {transactionId: 'tx-1'})
    const again = lake.member.mutate([{create: {_id: 'twice', _type: 'page'}}], {transactionId: 'tx-1'})
    expect(await failureOf(again)).toMatchObject({statusCode: 409})
    expect(await lake.member.getDocument('twice')).toBeUndefined()
  })

  it('without a token nothing is written; a wrong token is no token', async () => {
    for (const client of [lake.visitor, clientFor(lake.url, {token: 'wrong-token-0123456789'})])
      expect(await failureOf(client.create({_type: 'page'}))).toMatchObject({
        statusCode: 401,
        message: expect.stringContaining('Unauthorized'),
      })
  })

  it('a dataset that is not there is named', async () => {
    const error = await failureOf(clientFor(lake.url, {dataset: 'nowhere'}).fetch('*'))
    expect(error).toMatchObject({statusCode: 404, message: expect.stringContaining('Dataset "nowhere"')})
  })

  it('a filter to listen by that does not parse is told to the listener', async () => {
    const error = await new Promise((resolve) => {
      lake.member.listen('*[_type ==').subscribe({error: resolve})
    })
    expect(error).toMatchObject({name: 'ConnectionFailedError', status: 400})
  })
})
