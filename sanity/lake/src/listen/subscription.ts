import type {Access} from '../auth.ts'
import {isPublicId, isPublishedId, isRecord, type Json} from '../document.ts'
import {ApiError, notSupported, queryParseError} from '../errors.ts'
import {createMatcher, failureOf} from '../query/evaluate.ts'
import {paramsFromAddress} from '../query/params.ts'
import type {Change, Commit, Store, Transition} from '../store/store.ts'
import {withTimeLimit} from '../time-limit.ts'

/** From this API version on, a listener gets drafts and versions only with `includeAllVersions`. */
const publishedOnlySince = '2025-02-19'

export type MatchedChange = {change: Change; transition: Transition}

export type Subscription = {
  dataset: string
  enableResume: boolean
  /**
   * Names of the first event after a reconnect: when events were replayed, and when they are unknown. Sanity
   * has two pairs.
   */
  greetings: {resumed: string; reset: string; hasId: boolean}
  /**
   * The transition of a change for this listener, or undefined when the filter rejects it. May take long: the
   * client wrote the filter.
   */
  match(change: Change): Transition | undefined
  /** The events for the matched changes of a commit: ids and server-sent-event text. */
  eventsFor(commit: Commit, matched: MatchedChange[]): Iterable<{id: string; text: string}>
}

/** All changes of a commit that a listener's filter accepts. */
export const matchedChanges = (subscription: Subscription, {changes}: Commit): MatchedChange[] =>
  changes.flatMap((change) => {
    const transition = subscription.match(change)
    return transition ? [{change, transition}] : []
  })

/** Who listens. `identity` is the value of GROQ's `identity()`. */
export type Caller = {access: Access; identity: string}

/** @throws queryParseError for a filter with a syntax error. */
export function createSubscription(
  store: Store,
  dataset: string,
  search: URLSearchParams,
  caller: Caller,
  version: string,
): Subscription {
  const query = search.get('query') ?? ''
  const params = paramsFromAddress(search)
  const matches = createFilter(store, dataset, query, params, caller)
  const includeAllVersions = flag(
    search,
    'includeAllVersions',
    version === '1' || version < publishedOnlySince,
  )
  const isVisible = (id: string) =>
    caller.access === 'public' ? isPublicId(id) : includeAllVersions || isPublishedId(id)
  const options = {
    result: flag(search, 'includeResult', true),
    previous: flag(search, 'includePreviousRevision', false),
    mutations: flag(search, 'includeMutations', true),
    effects: search.get('effectFormat') === 'mendoza',
    visibility: search.get('visibility') === 'query' ? 'query' : 'transaction',
  }

  return {
    dataset,
    enableResume: flag(search, 'enableResume', false),
    greetings: {resumed: 'welcomeback', reset: 'reset', hasId: false},
    match(change) {
      if (!isVisible(change.documentId)) return undefined
      const before = change.before ? matches(change.before) : false
      const after = change.after ? matches(change.after) : false
      if (!before && !after) return undefined
      return !before ? 'appear' : !after ? 'disappear' : 'update'
    },
    *eventsFor(commit, matched) {
      for (const [index, {change, transition}] of matched.entries()) {
        const data = {
          ...describe(commit, change),
          transition,
          visibility: options.visibility,
          transactionTotalEvents: matched.length,
          transactionCurrentEvent: index,
          ...(options.mutations ? {mutations: change.mutations} : {}),
          ...(options.effects ? {effects: {apply: change.apply, revert: change.revert}} : {}),
          ...(options.result && change.after ? {result: change.after} : {}),
          ...(options.previous ? {previous: change.before ?? null} : {}),
        }
        yield {id: data.eventId, text: serverSentEvent('mutation', data, data.eventId)}
      }
    },
  }
}

const describe = ({transactionId, author, timestamp}: Commit, {documentId, before}: Change) => ({
  eventId: `${transactionId}#${documentId}`,
  documentId,
  transactionId,
  identity: author,
  timestamp,
  previousRev: before?._rev,
  // Also for a deleted document: the Studio chains events by revision, and an event without one breaks the
  // chain.
  resultRev: transactionId,
})

const parseLimitMs = 250

/**
 * A listener's filter sees one document at a time, before and after the change. `->` resolves to the current
 * document. Without credentials it resolves to public documents only: otherwise the result of a filter would
 * reveal the content of a draft.
 */
function createFilter(store: Store, dataset: string, query: string, params: Json, caller: Caller) {
  const isVisible = (id: string) => caller.access === 'user' || isPublicId(id)
  const options = {
    identity: caller.identity,
    dereference: (id: string) => (isVisible(id) ? store.get(dataset, id) : undefined),
  }
  try {
    return withTimeLimit(parseLimitMs, () => createMatcher(query, params, options))
  } catch (error) {
    const {kind, message, start, end} = failureOf(error, query)
    if (kind === 'unsupported') throw notSupported(message)
    throw queryParseError(query, message, start, end)
  }
}

/**
 * The event with which Sanity refuses a filter. A browser's `EventSource` can't read the body of a response
 * with status 400.
 */
export function refusalEvent(error: unknown): string {
  if (!(error instanceof ApiError)) throw error
  const hasDescription = 'error' in error.body && isRecord(error.body.error)
  return serverSentEvent('channelError', hasDescription ? {...error.body} : {message: error.message})
}

export const serverSentEvent = (name: string, data: Json, id?: string): string =>
  `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`

const flag = (search: URLSearchParams, name: string, fallback: boolean): boolean =>
  search.has(name) ? search.get(name) === 'true' : fallback
