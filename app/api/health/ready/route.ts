import {apiRoute} from '#lib/api-route.ts'
import {locales} from '#lib/locales.ts'
import {logError} from '#lib/log.ts'
import {homePath} from '#lib/routes.ts'
import {isWholePage} from '#lib/whole-page.ts'
import {parseEnv} from '#sanity/env.ts'

export const dynamic = 'force-dynamic'

const PATIENCE_MS = 5_000

/**
 * Ready: visitors' pages are served from here. Send nobody here while this fails. The CMS is not asked: when it is
 * down the last good pages stay up, and taking every server out for it would make its outage ours.
 */
export const GET = apiRoute(
  {name: 'health/ready', callsPerMinute: 300, quiet: true},
  async (request, requestId) => {
    const origin = process.env.VERCEL
      ? new URL(request.url).origin
      : `http://127.0.0.1:${parseEnv(process.env).port}`
    try {
      for (const locale of locales) {
        const page = await fetch(origin + homePath(locale), {
          cache: 'no-store',
          signal: AbortSignal.timeout(PATIENCE_MS),
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
