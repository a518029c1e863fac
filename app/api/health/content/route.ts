import {apiRoute} from '#lib/server/http/api-route.ts'
import {logError} from '#lib/server/observability/log.ts'
import {metrics} from '#lib/server/observability/metrics.ts'
import {contentAge} from '#sanity/server/content-age.ts'

export const dynamic = 'force-dynamic'

/**
 * For monitoring: whether the CMS answers, when published content last changed, and the counts since the
 * start of this process. 503 should alert an operator. Visitors still get the last good pages.
 */
export const GET = apiRoute(
  {name: 'health/content', callsPerMinute: 60, quiet: true},
  async (_, requestId) => {
    try {
      const {documents, newest} = await contentAge()
      const ageSeconds = Math.max(0, Math.round((Date.now() - Date.parse(newest)) / 1000))
      return Response.json({status: 'ok', documents, newest, ageSeconds, sinceStart: metrics})
    } catch (error) {
      logError('The CMS failed when asked for the age of its content', error, {requestId})
      return Response.json({status: 'unknown', sinceStart: metrics}, {status: 503})
    }
  },
)
