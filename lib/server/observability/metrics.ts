/** Counts since the start of this process. A global, because Next bundles each route separately. */
type Metrics = {
  webhooksAccepted: number
  webhooksRefused: number
  /** The CMS failed when asked what a change affects. Sanity sends these webhooks again. */
  webhooksPostponed: number
  /** Revalidated for a webhook. */
  pagesRevalidated: number
  pagesNotRevalidated: number
  /** Pages, feeds and files rendered for any reason. */
  pagesRendered: number
  /** Blocking revalidations: a visitor waited. */
  pagesRevalidatedBlocking: number
  /** Rendered by another server and read from Redis. */
  pagesAdopted: number
  lastWebhookAt: string | null
  /** Answered without Next: lib/server/response-cache. */
  responsesFromCache: number
  /** At most this much memory, now. */
  responseCacheBytes: number
  /** 503 to unknown addresses, in a flood of them. */
  requestsRefused: number
}

declare global {
  var siteMetrics: Metrics | undefined
}

globalThis.siteMetrics ??= {
  webhooksAccepted: 0,
  webhooksRefused: 0,
  webhooksPostponed: 0,
  pagesRevalidated: 0,
  pagesNotRevalidated: 0,
  pagesRendered: 0,
  pagesRevalidatedBlocking: 0,
  pagesAdopted: 0,
  lastWebhookAt: null,
  responsesFromCache: 0,
  responseCacheBytes: 0,
  requestsRefused: 0,
}

export const metrics: Metrics = globalThis.siteMetrics
