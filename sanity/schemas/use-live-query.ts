import {useEffect, useMemo, useState} from 'react'
import type {Observable} from 'rxjs'
import {type QueryParams, useDocumentStore} from 'sanity'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {contentTypeNames, isOfType} from '#sanity/queries/content-types.ts'
import {linkReportId} from '#sanity/queries/link-report.ts'

/** A listener filters single documents, so this filter cannot follow references. */
export const LISTEN_QUERY = `*[${isOfType(contentTypeNames)} || _id == "${linkReportId}"]`

export type LiveAnswer<T> = {data: T | undefined; failed: boolean}

/**
 * The answer of a query with drafts, read again after every change of content. Undefined until it arrives.
 * @param params must keep its identity between renders.
 * @param listen a filter of the documents whose changes matter.
 */
export function useLiveQuery<T>(query: string, params: QueryParams, listen = LISTEN_QUERY): LiveAnswer<T> {
  const {listenQuery} = useDocumentStore()
  const answers = useMemo(() => {
    const options = {apiVersion, perspective: 'drafts' as const, tag: 'live-query', throttleTime: 500}
    return listenQuery({fetch: query, listen}, params, options) as Observable<T>
  }, [listenQuery, query, params, listen])
  return useAnswer(answers)
}

/** The latest of these answers. */
export function useAnswer<T>(answers: Observable<T>): LiveAnswer<T> {
  const [answer, setAnswer] = useState<LiveAnswer<T>>({data: undefined, failed: false})
  useEffect(() => {
    const subscription = answers.subscribe({
      next: (data: T) => setAnswer({data, failed: false}),
      error: (error: unknown) => {
        console.error('A list could not be read.', error)
        setAnswer({data: undefined, failed: true})
      },
    })
    return () => subscription.unsubscribe()
  }, [answers])
  return answer
}
