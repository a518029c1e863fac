/**
 * What `npm run check-links` found, as one document. Its id has a dot, so anonymous readers can't query it. The
 * webhook and the site don't know its type.
 */
export const linkReportId = 'report.links'

/** Why an address got no answer. An answer with an error has a status instead. */
export type LinkFault = 'dns' | 'refused' | 'timeout' | 'certificate' | 'redirects' | 'private' | 'connection'

/** An address that did not answer well. */
export type FailingLink = {
  _key: string
  url: string
  status?: number
  fault?: LinkFault
  /** On how many days it failed in a row: one failure is not a verdict. */
  failures: number
  /** Days (`YYYY-MM-DD`). */
  firstFailed: string
  lastFailed: string
}

export type LinkReport = {
  _id: typeof linkReportId
  _type: 'linkReport'
  checkedAt: string
  /** How many addresses were checked. */
  addresses: number
  links: FailingLink[]
}

/** GROQ: every web address of a document. A test compares this with the fields of the schema. */
export const addressesFragment = `[
  url,
  archivedUrl,
  website,
  ...otherLinks[].url,
  ...documents[].url,
  ...body.cs[].markDefs[].href,
  ...body.en[].markDefs[].href
]`

/** When the links were last checked. */
export const LINK_REPORT_QUERY = `*[_id == "${linkReportId}"][0]{checkedAt}`

/** GROQ: the failing links of the report. It does not depend on a document, so it is evaluated once. */
export const failingLinks = `*[_id == "${linkReportId}"][0].links`
