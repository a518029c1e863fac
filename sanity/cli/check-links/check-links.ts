import {createHash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import pLimit from 'p-limit'
import {dayOf} from '../../../lib/dates/day.ts'
import {contentTypeNames, isOfType} from '../../queries/content-types.ts'
import {type FailingLink, type LinkReport, linkReportId} from '../../queries/link-report.ts'
import {addressesByHost, type LinkedDocument} from './addresses.ts'
import {type Outcome, probe} from './probe.ts'
import {isPublicAddress} from './public-address.ts'
import {turnsOfHosts} from './turns.ts'

type Options = {
  /** The site's address: where the owner of a checked server can read who asks. */
  siteUrl: string
  now?: Date
  /** Pause between two requests to one host. */
  gapMs?: number
  timeoutMs?: number
  /** Which IP addresses may be connected to. Only tests replace it. */
  isAllowed?: (address: string) => boolean
}

/** How many hosts are asked at the same time. */
const HOSTS_AT_ONCE = 8

/** Some servers refuse every client whose name contains "link", so it does not. */
const userAgent = (siteUrl: string) =>
  `Mozilla/5.0 (compatible; SIMI-citation-bot/1.0; checks that cited pages exist; +${siteUrl})`

/** What a run found about an address that failed, after what the last report said. */
function failureOf(
  url: string,
  {status, fault}: Extract<Outcome, {kind: 'failed'}>,
  before: FailingLink | undefined,
  today: string,
): FailingLink {
  const isNewDay = before?.lastFailed !== today
  return {
    _key: createHash('sha256').update(url).digest('hex').slice(0, 12),
    url,
    ...(status !== undefined && {status}),
    ...(fault !== undefined && {fault}),
    failures: (before?.failures ?? 0) + (isNewDay ? 1 : 0),
    firstFailed: before?.firstFailed ?? today,
    lastFailed: today,
  }
}

/** @throws Error when no address got an answer: then this machine is offline, and nothing is known. */
function assertOnline(outcomes: ReadonlyMap<string, Outcome>) {
  const isAnswer = (outcome: Outcome) =>
    outcome.kind === 'ok' || outcome.kind === 'unknown' || outcome.status !== undefined
  if (outcomes.size > 0 && ![...outcomes.values()].some(isAnswer))
    throw new Error('No address answered. Is this machine online? The last report is unchanged.')
}

/**
 * Checks the addresses in published documents and writes the report that the Studio shows. An address that
 * answers, or is no longer in a document, leaves the report.
 */
export async function checkLinks(client: SanityClient, options: Options) {
  const {siteUrl, now = new Date(), gapMs = 1000, timeoutMs = 20_000, isAllowed = isPublicAddress} = options
  const documents = await client
    .withConfig({perspective: 'published'})
    .fetch<LinkedDocument[]>(`*[${isOfType(contentTypeNames)}]`)
  const last = await client.getDocument<LinkReport>(linkReportId)
  const probeOptions = {
    userAgent: userAgent(siteUrl),
    timeoutMs,
    isAllowed,
    takeTurn: turnsOfHosts(gapMs),
  }
  const limit = pLimit(HOSTS_AT_ONCE)
  const outcomes = new Map<string, Outcome>()
  await Promise.all(
    [...addressesByHost(documents).values()].map((addresses) =>
      limit(async () => {
        for (const address of addresses) outcomes.set(address, await probe(address, probeOptions))
      }),
    ),
  )
  assertOnline(outcomes)
  const today = dayOf(now)
  const links = [...outcomes].flatMap(([url, outcome]) => {
    const before = last?.links.find((link) => link.url === url)
    if (outcome.kind === 'failed') return [failureOf(url, outcome, before, today)]
    return outcome.kind === 'unknown' && before ? [before] : []
  })
  const report: LinkReport = {
    _id: linkReportId,
    _type: 'linkReport',
    checkedAt: now.toISOString(),
    addresses: outcomes.size,
    links,
  }
  await client.createOrReplace(report)
  const unknown = [...outcomes].flatMap(([url, outcome]) =>
    outcome.kind === 'unknown' ? [{url, reason: outcome.reason}] : [],
  )
  return {addresses: outcomes.size, links, unknown}
}
