/** What happened since this process started. One object for all routes, which Next bundles apart from each other. */
type Counts = {
  webhooksAccepted: number
  webhooksRefused: number
  /** The CMS did not say what a change affects: Sanity sends these again. */
  webhooksPostponed: number
  /** Because a webhook named them. */
  pagesRenewed: number
  pagesNotRenewed: number
  /** Pages, feeds and files that were made, for whatever reason. */
  pagesMade: number
  /** Made because somebody asked and they were too old to be shown. */
  pagesOverdue: number
  /** Made by another server and taken over from Redis. */
  pagesTakenOver: number
  lastWebhookAt: string | null
}

declare global {
  var siteCounts: Counts | undefined
}

globalThis.siteCounts ??= {
  webhooksAccepted: 0,
  webhooksRefused: 0,
  webhooksPostponed: 0,
  pagesRenewed: 0,
  pagesNotRenewed: 0,
  pagesMade: 0,
  pagesOverdue: 0,
  pagesTakenOver: 0,
  lastWebhookAt: null,
}

export const counts: Counts = globalThis.siteCounts
