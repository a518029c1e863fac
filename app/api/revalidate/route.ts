import {SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {revalidateTag} from 'next/cache'
import {after} from 'next/server'
import {config} from '#lib/server/config.ts'
import {apiRoute} from '#lib/server/http/api-route.ts'
import {ownOrigin} from '#lib/server/http/own-origin.ts'
import {logError} from '#lib/server/observability/log.ts'
import {metrics} from '#lib/server/observability/metrics.ts'
import {client} from '#sanity/server/client.ts'
import {affectedByChange, type Change, change} from '#sanity/server/revalidate/affected.ts'
import {readBody} from '#sanity/server/revalidate/read-body.ts'
import {revalidatePages} from '#sanity/server/revalidate/revalidate-pages.ts'
import {isSignedWith} from '#sanity/server/revalidate/signature.ts'
import {waitForConsistency} from '#sanity/server/revalidate/wait-for-consistency.ts'

const refuse = (status: number, message: string) => {
  metrics.webhooksRefused++
  return Response.json({message}, {status})
}

async function affectedAddresses(changed: Change) {
  await waitForConsistency(changed)
  return affectedByChange(client, changed)
}

/**
 * The webhook of the Content Lake: called when a document is published, changed or deleted. Makes the
 * affected tags stale and revalidates their pages before the next visitor. The last good page stays until
 * then, also while the CMS is down.
 */
async function revalidate(request: Request, requestId: string) {
  const {revalidateSecret} = config
  if (!revalidateSecret) return refuse(503, 'SANITY_REVALIDATE_SECRET is not set: nothing is revalidated.')

  const body = await readBody(request)
  if (body === undefined) return refuse(413, 'The body is larger than any change this webhook sends.')
  if (!(await isSignedWith(revalidateSecret, body, request.headers.get(SIGNATURE_HEADER_NAME)))) {
    return refuse(401, 'The signature is missing or does not match.')
  }

  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return refuse(400, 'The body is not JSON.')
  }
  const parsed = change.safeParse(json)
  if (!parsed.success)
    return refuse(400, 'The body is not what the webhook projection in sanity/queries/webhook.ts sends.')

  const affected = await affectedAddresses(parsed.data).catch((error: unknown) => {
    logError('The CMS failed when asked what a change affects', error, {requestId})
  })
  if (!affected) {
    metrics.webhooksPostponed++
    const message = 'The CMS does not answer: nothing is revalidated yet, send this again.'
    return Response.json({message}, {status: 503})
  }
  const {tags, pages, lists} = affected
  for (const tag of tags) revalidateTag(tag, 'max')

  after(() => revalidatePages(ownOrigin(request), {pages, lists}))
  metrics.webhooksAccepted++
  metrics.lastWebhookAt = new Date().toISOString()
  return Response.json({revalidated: tags, warming: [...pages, ...lists]})
}

/** Enough for a thousand publishes in ten seconds. */
export const POST = apiRoute({name: 'revalidate', callsPerMinute: 12_000}, revalidate)
