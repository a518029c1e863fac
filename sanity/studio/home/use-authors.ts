import type {SanityClient} from '@sanity/client'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {apiVersion} from '#sanity/queries/api-version.ts'
import type {HomeRow} from './home-query.ts'

/**
 * Who made the last change of each document: Sanity's history of transactions. A document's revision is the
 * id of its last transaction. The answer has one JSON object per line.
 */
async function readAuthors(client: SanityClient, rows: readonly HomeRow[], signal: AbortSignal) {
  const ids = rows.map(({_originalId}) => _originalId).join(',')
  const text: unknown = await client.request({
    uri: `/data/history/${client.config().dataset}/transactions/${ids}`,
    query: {excludeContent: 'true', reverse: 'true', limit: '200'},
    tag: 'home.authors',
    signal,
  })
  const lines = String(text).split('\n').filter(Boolean)
  const transactions = lines.map((line) => JSON.parse(line) as {id: string; author?: string})
  return new Map(transactions.map(({id, author}) => [id, author]))
}

/** The id of the author by revision. A revision without a known author is absent. */
export function useAuthors(rows: readonly HomeRow[] | undefined): ReadonlyMap<string, string | undefined> {
  const client = useClient({apiVersion})
  const [authors, setAuthors] = useState<ReadonlyMap<string, string | undefined>>(new Map())
  useEffect(() => {
    if (!rows || rows.length === 0) return
    const request = new AbortController()
    readAuthors(client, rows, request.signal).then(setAuthors, (error: unknown) => {
      // The list is still useful without names.
      if (!request.signal.aborted) console.warn('The authors of the last changes are not known.', error)
    })
    return () => request.abort()
  }, [client, rows])
  return authors
}
