import {locales} from '#lib/i18n/locales.ts'
import {homePath} from '#lib/routing/paths.ts'
import {isWholePage} from '#lib/server/cache/whole-page.ts'
import {apiRoute} from '#lib/server/http/api-route.ts'
import {ownOrigin} from '#lib/server/http/own-origin.ts'
import {logError} from '#lib/server/observability/log.ts'

export const dynamic = 'force-dynamic'

const TIMEOUT_MS = 5_000

/**
 * Readiness: this server can send pages. A load balancer must not use it while this fails. Does not query the
 * CMS: when the CMS is down, the last good pages stay up. Removing every server then would turn its outage
 * into ours.
 */
export const GET = apiRoute(
  {name: 'health/ready', callsPerMinute: 300, quiet: true},
  async (request, requestId) => {
    const origin = ownOrigin(request)
    try {
      for (const locale of locales) {
        const page = await fetch(origin + homePath(locale), {
          cache: 'no-store',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        if (!page.ok) throw new Error(`${homePath(locale)} answers ${page.status}`)
        if (!isWholePage(await page.text())) throw new Error(`${homePath(locale)} is blank or cut off`)
      }
      return Response.json({status: 'ok'})
    } catch (error) {
      logError('Not ready', error, {requestId})
      return Response.json({status: 'not ready'}, {status: 503})
    }
  },
)
