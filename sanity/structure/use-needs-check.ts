import {useMemo} from 'react'
import {type Observable, shareReplay, tap} from 'rxjs'
import {type DocumentStore, useDocumentStore} from 'sanity'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {LISTEN_QUERY, type LiveAnswer, useAnswer} from '#sanity/schemas/use-live-query.ts'
import {checkParams} from './checks.ts'
import {type CheckedRow, NEEDS_CHECK_QUERY} from './needs-check-query.ts'

/** One subscription for all counts and lists that are open. */
const shared = new WeakMap<DocumentStore, Observable<CheckedRow[]>>()

function needsCheck(store: DocumentStore): Observable<CheckedRow[]> {
  const known = shared.get(store)
  if (known) return known
  const rows: Observable<CheckedRow[]> = store
    .listenQuery({fetch: NEEDS_CHECK_QUERY, listen: LISTEN_QUERY}, checkParams(), {
      apiVersion,
      perspective: 'drafts',
      tag: 'needs-check',
      throttleTime: 1000,
    })
    .pipe(
      // The next reader asks again after a failure.
      tap({error: () => shared.delete(store)}),
      shareReplay({bufferSize: 1, refCount: true}),
    )
  shared.set(store, rows)
  return rows
}

/** The documents that need a check, with their reasons. Undefined until they are read. */
export function useNeedsCheck(): LiveAnswer<CheckedRow[]> {
  const store = useDocumentStore()
  // Memoized: a failed list stays failed until it is opened again, instead of asking without end.
  return useAnswer(useMemo(() => needsCheck(store), [store]))
}
