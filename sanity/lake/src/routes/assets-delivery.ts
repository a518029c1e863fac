import type {Context} from 'hono'
import {imageKey} from '../assets/cache.ts'
import {mimeTypes, parseTransformation, type Transformation} from '../assets/parameters.ts'
import {outputFormat, transform} from '../assets/transform.ts'
import type {LakeDocument} from '../document.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {privateAssetHeaders} from './private-assets.ts'
import {sendFile} from './send-file.ts'

/**
 * `GET /{images,files}/{projectId}/{dataset}/{name}`, with an optional readable file name after it. Public,
 * as on Sanity's CDN, except for foreign pages that show assets of a private dataset (private-assets.ts).
 */
export function assetDeliveryRoutes(app: LakeApp, lake: Lake): void {
  const deliver = async (context: Context<LakeEnv>) => {
    const {kind, projectId, dataset, name} = context.req.param() as Record<string, string>
    const [, sha1, size = '', extension] =
      /^([0-9a-f]{40})(-\d+x\d+)?\.([a-z0-9]{1,16})$/.exec(name ?? '') ?? []
    if (!kind || !dataset || !sha1 || projectId !== lake.options.projectId) throw assetNotFound()
    const isPrivate = lake.datasets.find(dataset)?.aclMode === 'private'
    const headersOfPrivate = isPrivate ? privateAssetHeaders(context, lake.auth) : {}
    const document = lake.store.get(dataset, `${kind.slice(0, -1)}-${sha1}${size}-${extension}`)
    if (!document) throw assetNotFound()
    const search = new URL(context.req.url).searchParams
    const transformation = kind === 'images' ? transformationOf(context, search, document) : undefined

    // The bytes depend only on the URL and `Accept`. So the ETag is known before the image is created.
    const cacheKey = transformation && [
      transformVersion,
      sha1,
      outputFormat(String(document.mimeType), transformation),
      transformation,
    ]
    const etag = `"${cacheKey ? imageKey(cacheKey) : sha1}"`
    const headers = {
      ETag: etag,
      'Cache-Control': 'public, max-age=31536000, immutable',
      // `auto=format` depends on the formats that the browser accepts.
      Vary: 'Accept, Origin',
      // An uploaded SVG or HTML file must never run as a page of this origin. A 304 carries the header too.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ...headersOfPrivate,
    }
    if (context.req.header('if-none-match')?.split(/,\s*/).includes(etag))
      return context.body(null, 304, headers)

    const mimeType = String(document.mimeType)
    const responseHeaders = {
      ...headers,
      'Content-Type': transformation ? mimeTypes[outputFormat(mimeType, transformation)] : mimeType,
      ...(search.has('dl') || kind === 'files'
        ? {'Content-Disposition': contentDisposition(search.get('dl') || document.originalFilename)}
        : {}),
    }
    if (!cacheKey) {
      const file = await lake.files.open(dataset, sha1)
      if (!file) throw assetNotFound()
      return sendFile(context, file, etag, {...responseHeaders, 'X-Sanity-SHA1': sha1})
    }
    const data = await lake.images.get(cacheKey, async () => {
      const bytes = await lake.files.read(dataset, sha1)
      if (!bytes) throw assetNotFound()
      return (await transform(bytes, mimeType, transformation)).data
    })
    return context.body(new Uint8Array(data), 200, responseHeaders)
  }
  app.get('/:kind{images|files}/:projectId/:dataset/:name', deliver)
  app.get('/:kind{images|files}/:projectId/:dataset/:name/:vanity', deliver)
}

/** Part of the cache key. Increase it when a change of the code gives other bytes for the same URL. */
const transformVersion = 'v2'

const assetNotFound = () => httpError(404, 'No such asset')

/** An SVG is delivered unchanged unless `fm` requests a pixel format, as at Sanity. */
function transformationOf(
  context: Context<LakeEnv>,
  search: URLSearchParams,
  {mimeType}: LakeDocument,
): Transformation | undefined {
  const transformation = parseTransformation(search, context.req.header('accept') ?? '')
  if (search.get('dlRaw') === 'true') return undefined
  return mimeType === 'image/svg+xml' && !search.has('fm') ? undefined : transformation
}

const contentDisposition = (filename: unknown) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(String(filename ?? 'file').toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
