import {apiRoute} from '#lib/server/http/api-route.ts'

export const dynamic = 'force-dynamic'

/** Liveness: the process answers. Restart it when this fails. */
export const GET = apiRoute({name: 'health', callsPerMinute: 600, quiet: true}, () =>
  Response.json({status: 'ok'}),
)
