import {type Access, requireUser} from '../auth.ts'
import {isPublishedId} from '../document.ts'
import {transitionOf} from '../store/store.ts'
import {type Subscription, serverSentEvent} from './subscription.ts'

/**
 * The only sync tag of a dataset. Sanity's tags are finer. One tag never misses a change: a query reads only
 * its own dataset.
 */
export const syncTagOf = (dataset: string) => `s1:${dataset}`

/**
 * Live events: `welcome`, then for each commit a `message` with the stale tags. A client that reconnects gets
 * the events that it missed, or `restart` when they are unknown; then everything may be stale.
 */
export function liveSubscription(dataset: string, includeDrafts: boolean, access: Access): Subscription {
  if (includeDrafts) requireUser(access, 'live events of drafts')
  return {
    dataset,
    enableResume: true,
    // With an id in the greeting, a client that got no event before it disconnected can resume too.
    greetings: {resumed: 'welcome', reset: 'restart', hasId: true},
    match: (change) => (includeDrafts || isPublishedId(change.documentId) ? transitionOf(change) : undefined),
    *eventsFor({transactionId}, matched) {
      if (matched.length === 0) return
      const data = {id: transactionId, tags: [syncTagOf(dataset)]}
      yield {id: transactionId, text: serverSentEvent('message', data, transactionId)}
    },
  }
}
