/** What happened since this process started. One object for all routes, which Next bundles apart from each other. */
type Metrics = {
  webhooksAccepted: number
  webhooksRefused: number
  /** The CMS did not say what a change affects: Sanity sends these again. */
  webhooksPostponed: number
  /** Because a webhook named them. */
  pagesRevalidated: number
  pagesNotRevalidated: number
  /** Pages, feeds and files that were made, for whatever reason. */
  pagesRendered: number
  /** Made because somebody asked and they were too old to be shown. */
  pagesRevalidatedBlocking: number
  /** Made by another server and taken over from Redis. */
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
