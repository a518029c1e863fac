import type {Access} from '../auth.ts'
import {isPublicId, isPublishedId, type Json} from '../document.ts'
import {queryParseError} from '../errors.ts'
import {createMatcher, failureOf} from '../query/evaluate.ts'
import {paramsFromAddress} from '../query/params.ts'
import type {Change, Commit, Store, Transition} from '../store/store.ts'
import {withinTime} from '../time-limit.ts'
import {memberId} from '../user.ts'

/** From this API version on, a listener hears of drafts and versions only when it asks to. */
const publishedOnlySince = '2025-02-19'

export type Heard = {change: Change; transition: Transition}

export type Subscription = {
  dataset: string
  enableResume: boolean
  /** Names of the events for one that takes up where it stopped, and for one that can't; Sanity has two pairs. */
  greetings: {back: string; lost: string; haveIds: boolean}
  /** What a change is to this listener, if it is anything. May take long: a stranger has worded the filter. */
  hears(change: Change): Transition | undefined
  /** What it is told of a commit's changes that it hears of: server-sent-event text with ids. */
  eventsOf(commit: Commit, heard: Heard[]): Iterable<{id: string; text: string}>
}

/** All that a listener hears of a commit, at once. */
export const heardOf = (subscription: Subscription, {changes}: Commit): Heard[] =>
  changes.flatMap((change) => {
    const transition = subscription.hears(change)
    return transition ? [{change, transition}] : []
  })

/** @throws queryParseError for a filter that doesn't parse. */
export function createSubscription(
  store: Store,
  dataset: string,
  search: URLSearchParams,
  access: Access,
  version: string,
): Subscription {
  const query = search.get('query') ?? ''
  const params = paramsFromAddress(search)
  const matches = createFilter(store, dataset, query, params, access)
  const everyVersion = flag(search, 'includeAllVersions', version === '1' || version < publishedOnlySince)
  const isVisible = (id: string) => (access === 'public' ? isPublicId(id) : everyVersion || isPublishedId(id))
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
    greetings: {back: 'welcomeback', lost: 'reset', haveIds: false},
    hears(change) {
      if (!isVisible(change.documentId)) return undefined
      const before = change.before ? matches(change.before) : false
      const after = change.after ? matches(change.after) : false
      if (!before && !after) return undefined
      return !before ? 'appear' : !after ? 'disappear' : 'update'
    },
    *eventsOf(commit, heard) {
      for (const [index, {change, transition}] of heard.entries()) {
        const data = {
          ...describe(commit, change),
          transition,
          visibility: options.visibility,
          transactionTotalEvents: heard.length,
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
  // Also where nothing is left: the Studio chains events by revision, and a link without one breaks the chain.
  resultRev: transactionId,
})

const parseLimitMs = 250

/**
 * A listener's filter sees one document at a time, before and after; `->` follows references as of now. A
 * visitor's leads to public documents alone, else what a filter matches would tell what a draft says.
 */
function createFilter(store: Store, dataset: string, query: string, params: Json, access: Access) {
  const isVisible = (id: string) => access === 'member' || isPublicId(id)
  const options = {
    identity: access === 'member' ? memberId : '<anonymous>',
    dereference: (id: string) => (isVisible(id) ? store.get(dataset, id) : undefined),
  }
  try {
    return withinTime(parseLimitMs, () => createMatcher(query, params, options))
  } catch (error) {
    const {message, start, end} = failureOf(error, query)
    throw queryParseError(query, message, start, end)
  }
}

export const serverSentEvent = (name: string, data: Json, id?: string): string =>
  `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`

const flag = (search: URLSearchParams, name: string, otherwise: boolean): boolean =>
  search.has(name) ? search.get(name) === 'true' : otherwise
