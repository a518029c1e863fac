import {Hono} from 'hono'
import {getPath} from 'hono/utils/url'
import {ApiError, httpError} from './errors.ts'
import type {Lake} from './lake.ts'
import {actionRoutes} from './routes/actions.ts'
import type {LakeApp, LakeEnv} from './routes/app-types.ts'
import {assetDeliveryRoutes} from './routes/assets-delivery.ts'
import {assetUploadRoutes} from './routes/assets-upload.ts'
import {requireDataset} from './routes/dataset.ts'
import {datasetRoutes} from './routes/datasets.ts'
import {documentRoutes} from './routes/documents.ts'
import {exportRoutes} from './routes/export.ts'
import {historyRoutes} from './routes/history.ts'
import {hookRoutes} from './routes/hooks.ts'
import {listenRoutes} from './routes/listen.ts'
import {mutateRoutes} from './routes/mutate.ts'
import {projectRoutes} from './routes/projects.ts'
import {queryRoutes} from './routes/query.ts'
import {rateLimits} from './routes/rate-limits.ts'
import {studioRoutes} from './routes/studio.ts'
import {unsupportedRoutes} from './routes/unsupported.ts'
import {userRoutes} from './routes/users.ts'
import {anonymous, userIdFromHeader} from './user.ts'

/** Builds the HTTP application: authorisation, then the API version and the dataset, then the routes. */
export function createApp(lake: Lake): LakeApp {
  // @sanity/migrate requests `//v1/…`. Sanity accepts it.
  const app = new Hono<LakeEnv>({getPath: (request) => getPath(request).replace(/^\/+/, '/')})
  app.onError((error, context) => {
    if (error instanceof ApiError && error.status === 503) context.header('Retry-After', '1')
    if (error instanceof ApiError)
      return Response.json(error.body, {status: error.status, headers: context.res.headers})
    // The client has disconnected and long work was stopped (pause.ts). No client is left to answer.
    if (context.req.raw.signal.aborted) return new Response(null, {status: 499})
    console.error(`[lake] ${context.req.method} ${context.req.path}:`, error)
    const {status, body} = isDiskFull(error)
      ? httpError(507, 'The disk is full. Nothing was written. Free some space, then try again')
      : httpError(500, 'An unexpected error; the lake has logged its cause')
    return Response.json(body, {status, headers: context.res.headers})
  })
  app.notFound((context) => {
    const error = httpError(404, `No such endpoint here: ${context.req.method} ${context.req.path}`)
    return Response.json(error.body, {status: 404, headers: context.res.headers})
  })

  app.use(async (context, next) => {
    const origin = context.req.header('origin')
    if (origin !== undefined && lake.auth.isAllowedOrigin(origin)) {
      context.header('Access-Control-Allow-Origin', origin)
      context.header('Access-Control-Allow-Credentials', 'true')
      context.header(
        'Access-Control-Expose-Headers',
        'Accept-Ranges, Content-Length, Content-Range, Content-Type, ETag, Retry-After, X-Sanity-Warning',
      )
      context.header('Vary', 'Origin')
    }
    context.header('X-Content-Type-Options', 'nosniff')
    context.set(
      'access',
      lake.auth.check({
        host: context.req.header('host'),
        origin,
        // A preflight request carries no credentials. The request after it is checked.
        authorization: context.req.method === 'OPTIONS' ? undefined : context.req.header('authorization'),
        fetchSite: isAllowedCrossSite(context.req.path, context.req.header('sec-fetch-dest'))
          ? undefined
          : context.req.header('sec-fetch-site'),
      }),
    )
    const isUser = context.var.access === 'user'
    context.set('identity', isUser ? userIdFromHeader(context.req.header('x-user-name')) : anonymous)
    if (context.req.method !== 'OPTIONS') return next()
    return new Response(null, {
      status: 204,
      headers: {
        ...Object.fromEntries(context.res.headers),
        'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
        'Access-Control-Allow-Headers': context.req.header('access-control-request-headers') ?? '',
        'Access-Control-Max-Age': '600',
      },
    })
  })

  const api = new Hono<LakeEnv>()
  api.use(async (context, next) => {
    context.set('version', (context.req.param('version') ?? 'v1').slice(1))
    await next()
  })
  if (lake.options.rateLimits === 'sanity') api.use(rateLimits(lake.options.clock))
  for (const path of ['/data/:operation/:dataset/*', '/data/live/events/:dataset']) {
    api.use(path, async (context, next) => {
      const {operation, dataset} = context.req.param() as {operation?: string; dataset: string}
      if (operation !== 'live') context.set('dataset', requireDataset(lake, dataset, context.var.access))
      await next()
    })
  }
  queryRoutes(api, lake)
  documentRoutes(api, lake)
  mutateRoutes(api, lake)
  actionRoutes(api, lake)
  listenRoutes(api, lake)
  hookRoutes(api, lake)
  exportRoutes(api, lake)
  historyRoutes(api, lake)
  userRoutes(api, lake)
  projectRoutes(api, lake)
  datasetRoutes(api, lake)
  studioRoutes(api, lake)
  assetUploadRoutes(api, lake)
  unsupportedRoutes(api)
  assetDeliveryRoutes(app, lake)
  app.route('/:version{v(?:1|X|[0-9]{4}-[0-9]{2}-[0-9]{2})}', api)
  return app
}

/**
 * Requests that a foreign page may cause: an image or file shown in it, or an API address opened in a tab.
 */
const isAllowedCrossSite = (path: string, destination: string | undefined): boolean =>
  /^\/(images|files)\//.test(path) || destination === 'document'

/**
 * The error comes from the file system, or from SQLite (13 is SQLITE_FULL), which has rolled back already.
 */
const isDiskFull = ({code, errcode}: Error & {code?: string; errcode?: number}): boolean =>
  code === 'ENOSPC' || code === 'EDQUOT' || (code === 'ERR_SQLITE_ERROR' && errcode === 13)
