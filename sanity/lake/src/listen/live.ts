import {type Access, requireMember} from '../auth.ts'
import {isPublishedId} from '../document.ts'
import {transitionOf} from '../store/store.ts'
import {type Subscription, serverSentEvent} from './subscription.ts'

/**
 * The one sync tag of a dataset. Sanity's tags are finer; one for all is coarser but never misses a change:
 * whatever a query read, it belongs to this dataset.
 */
export const syncTagOf = (dataset: string) => `s1:${dataset}`

/**
 * Live events: `welcome`, then a `message` with the tags that went stale on every commit. One that comes back gets
 * what it missed, or `restart` when that can't be told: then everything may be stale.
 */
export function liveSubscription(dataset: string, includeDrafts: boolean, access: Access): Subscription {
  if (includeDrafts) requireMember(access, 'live events of drafts')
  return {
    dataset,
    enableResume: true,
    // Ids, so that one that hears nothing before its connection breaks can come back, too.
    greetings: {back: 'welcome', lost: 'restart', haveIds: true},
    hears: (change) => (includeDrafts || isPublishedId(change.documentId) ? transitionOf(change) : undefined),
    *eventsOf({transactionId}, heard) {
      if (heard.length === 0) return
      const data = {id: transactionId, tags: [syncTagOf(dataset)]}
      yield {id: transactionId, text: serverSentEvent('message', data, transactionId)}
    },
  }
}
