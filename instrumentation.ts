import type {Instrumentation} from 'next'
import {logError} from '#lib/server/observability/log.ts'

/** Loads tracing only when a collector is configured. */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next replaces it when it compiles, and then drops the rest for the edge runtime
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const {config} = await import('#lib/server/config.ts')
  if (!config.tracesUrl) return
  const {startTracing} = await import('#lib/server/observability/tracing.ts')
  startTracing()
}

/** Logs what a page or route threw. The visitor's error page shows the same digest. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  const requestId = [request.headers['x-request-id']].flat()[0]?.slice(0, 64)
  logError('A request failed', error, {
    requestId,
    digest,
    method: request.method,
    path: request.path,
    route: context.routePath,
    reason: context.revalidateReason,
  })
}
