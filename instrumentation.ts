import type {Instrumentation} from 'next'
import {logError} from '#lib/server/observability/log.ts'

/** Without OTEL_EXPORTER_OTLP_ENDPOINT no tracing code is loaded. */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next replaces it when it compiles, and then drops the rest for the edge runtime
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const {config} = await import('#lib/server/config.ts')
  if (!config.tracesUrl) return
  const {startTracing} = await import('#lib/server/observability/tracing.ts')
  startTracing()
}

/**
 * Next 16.3.5 takes it for an error that a page nobody has asked for yet is not renewed (lib/server/cache/on-demand-revalidation.ts), after it has
 * answered as it should.
 */
const isNothingToRenew = (error: unknown, headers: Readonly<Record<string, unknown>>) =>
  headers['x-prerender-revalidate-if-generated'] !== undefined &&
  String(error).includes('cache entry required but not generated')

/** What a page or a route threw, with the digest that the visitor's error page can be found by. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  if (isNothingToRenew(error, request.headers)) return
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
