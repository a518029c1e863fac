import {apiRoute} from '#lib/server/http/api-route.ts'
import {logError} from '#lib/server/observability/log.ts'
import {metrics} from '#lib/server/observability/metrics.ts'
import {contentAge} from '#sanity/server/content-age.ts'

export const dynamic = 'force-dynamic'

/**
 * For a monitor: does the CMS answer, when did what is published last change, and what has this process renewed
 * since it started. 503 says that somebody should look; visitors still get the last good pages.
 */
export const GET = apiRoute(
  {name: 'health/content', callsPerMinute: 60, quiet: true},
  async (_, requestId) => {
    try {
      const {documents, newest} = await contentAge()
      const ageSeconds = Math.max(0, Math.round((Date.now() - Date.parse(newest)) / 1000))
      return Response.json({status: 'ok', documents, newest, ageSeconds, sinceStart: metrics})
    } catch (error) {
      logError('The CMS does not say what is published', error, {requestId})
      return Response.json({status: 'unknown', sinceStart: metrics}, {status: 503})
    }
  },
)
