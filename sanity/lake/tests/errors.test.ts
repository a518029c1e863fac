import {ClientError} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {clientFor, lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.unreachable('the promise should be rejected'),
    (error: unknown) => error,
  )

describe('errors are instances of the client’s classes', () => {
  it('a syntax error of a query has its position', async () => {
    const query = '*[_type == "page" && ]'
    const error = await failureOf(lake.visitor.fetch(query))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({
      statusCode: 400,
      details: {type: 'queryParseError', query, start: expect.any(Number), end: expect.any(Number)},
      responseBody: expect.stringContaining('queryParseError'),
    })
  })

  it('a missing parameter and an unknown function are query errors', async () => {
    expect(await failureOf(lake.visitor.fetch('*[_id == $missing]'))).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('param $missing referenced, but not provided'),
      details: {type: 'queryParseError', start: 9, end: 17},
    })
    for (const query of ['nofunction(1)', 'nothing::here(1)'])
      expect(await failureOf(lake.visitor.fetch(query))).toMatchObject({statusCode: 400, details: {query}})
  })

  it('a failed mutation has its index and the document id', async () => {
    await lake.client.create({_id: 'one', _type: 'page'})
    const error = await failureOf(
      lake.client.mutate([{create: {_id: 'two', _type: 'page'}}, {create: {_id: 'one', _type: 'page'}}]),
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
    expect(await typeOf(lake.client.patch('none').set({a: 1}).commit())).toBe('documentNotFoundError')
    expect(await typeOf(lake.client.patch('one').set({_type: 'other'}).commit())).toBe(
      'mutationImmutableAttributeError',
    )
    expect(await typeOf(lake.client.mutate([{create: {_id: 'a b', _type: 'page'}}]))).toBe(
      'invalidDocumentIDError',
    )
    expect(await typeOf(lake.client.mutate([{create: {_id: 'untyped'}} as never]))).toBe('missingTypeError')
  })

  it('a delete of a referenced document is refused with the referring ids', async () => {
    await lake.client.create({_id: 'target', _type: 'page'})
    await lake.client.create({_id: 'source', _type: 'page', ref: {_type: 'reference', _ref: 'target'}})
    for (const attempt of [lake.client.delete('target'), lake.client.delete({query: '*[_id == "target"]'})])
      expect(await failureOf(attempt)).toMatchObject({
        statusCode: 409,
        details: {
          items: [{error: {type: 'documentHasExistingReferencesError', referencingIDs: ['source']}}],
        },
      })
  })

  it('a transaction ID can be used once', async () => {
    await lake.client.mutate([{create: {_id: 'once', _type: 'page'}}], {transactionId: 'tx-1'})
    const again = lake.client.mutate([{create: {_id: 'twice', _type: 'page'}}], {transactionId: 'tx-1'})
    expect(await failureOf(again)).toMatchObject({statusCode: 409})
    expect(await lake.client.getDocument('twice')).toBeUndefined()
  })

  it('a write without a token or with a wrong token is refused', async () => {
    for (const client of [lake.visitor, clientFor(lake.url, {token: 'wrong-token-0123456789'})])
      expect(await failureOf(client.create({_type: 'page'}))).toMatchObject({
        statusCode: 401,
        message: expect.stringContaining('Unauthorized'),
      })
  })

  it('a missing dataset is named', async () => {
    const error = await failureOf(clientFor(lake.url, {dataset: 'nowhere'}).fetch('*'))
    expect(error).toMatchObject({statusCode: 404, message: expect.stringContaining('Dataset "nowhere"')})
  })
})
