import {useEffect, useState} from 'react'
import {type Observable, shareReplay} from 'rxjs'
import {type DocumentStore, useDocumentStore} from 'sanity'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {LISTEN_QUERY, type LiveAnswer} from '#sanity/schemas/use-live-query.ts'
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
    .pipe(shareReplay({bufferSize: 1, refCount: true}))
  shared.set(store, rows)
  return rows
}

/** The documents that need a check, with their reasons. Undefined until they are read. */
export function useNeedsCheck(): LiveAnswer<CheckedRow[]> {
  const store = useDocumentStore()
  const [answer, setAnswer] = useState<LiveAnswer<CheckedRow[]>>({data: undefined, failed: false})
  useEffect(() => {
    const subscription = needsCheck(store).subscribe({
      next: (data) => setAnswer({data, failed: false}),
      error: (error: unknown) => {
        console.error('What needs a check could not be read.', error)
        shared.delete(store)
        setAnswer({data: undefined, failed: true})
      },
    })
    return () => subscription.unsubscribe()
  }, [store])
  return answer
}
