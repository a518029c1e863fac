/** What happened since this process started. One object for all routes, which Next bundles apart from each other. */
type Counts = {
  webhooksAccepted: number
  webhooksRefused: number
  /** The CMS did not say what a change affects: Sanity sends these again. */
  webhooksPostponed: number
  pagesRenewed: number
  pagesNotRenewed: number
  lastWebhookAt: string | null
}

declare global {
  var revalidationCounts: Counts | undefined
}

globalThis.revalidationCounts ??= {
  webhooksAccepted: 0,
  webhooksRefused: 0,
  webhooksPostponed: 0,
  pagesRenewed: 0,
  pagesNotRenewed: 0,
  lastWebhookAt: null,
}

export const counts: Counts = globalThis.revalidationCounts
