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
}

export const metrics: Metrics = globalThis.siteMetrics
