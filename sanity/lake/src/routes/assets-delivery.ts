import type {Context} from 'hono'
import {imageKey} from '../assets/cache.ts'
import {mimeTypes, parseTransformation, type Transformation} from '../assets/parameters.ts'
import {outputFormat, transform} from '../assets/transform.ts'
import type {LakeDocument} from '../document.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'

/**
 * `GET /{images,files}/{projectId}/{dataset}/{name}`, and with a nicer name after it, which is for people
 * only. For everybody, as on Sanity's CDN.
 */
export function assetRoutes(app: LakeApp, lake: Lake): void {
  const deliver = async (context: Context<LakeEnv>) => {
    const {kind, projectId, dataset, name} = context.req.param() as Record<string, string>
    const [, sha1, size = '', extension] =
      /^([0-9a-f]{40})(-\d+x\d+)?\.([a-z0-9]{1,16})$/.exec(name ?? '') ?? []
    if (!kind || !dataset || !sha1 || projectId !== lake.options.projectId) throw missing()
    const document = lake.store.get(dataset, `${kind.slice(0, -1)}-${sha1}${size}-${extension}`)
    if (!document) throw missing()
    const search = new URL(context.req.url).searchParams
    const wanted = kind === 'images' ? transformationOf(context, search, document) : undefined

    // The bytes follow from the address (and `Accept`) alone, so the tag is known before they are.
    const made = wanted && [madeBy, sha1, outputFormat(String(document.mimeType), wanted), wanted]
    const etag = `"${made ? imageKey(made) : sha1}"`
    const headers = {
      ETag: etag,
      'Cache-Control': 'public, max-age=31536000, immutable',
      // `auto=format` looks at what the browser can read.
      Vary: 'Accept, Origin',
      // An uploaded SVG or HTML file must never run as a page of this origin. A 304 says it too.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    if (context.req.header('if-none-match')?.split(/,\s*/).includes(etag))
      return context.body(null, 304, headers)

    const original = async () => {
      const bytes = await lake.files.read(dataset, sha1)
      if (!bytes) throw missing()
      return bytes
    }
    const mimeType = String(document.mimeType)
    const data = made
      ? await lake.images.get(made, async () => (await transform(await original(), mimeType, wanted)).data)
      : await original()
    return context.body(new Uint8Array(data), 200, {
      ...headers,
      'Content-Type': wanted ? mimeTypes[outputFormat(mimeType, wanted)] : mimeType,
      ...(made ? {} : {'X-Sanity-SHA1': sha1}),
      ...(search.has('dl') || kind === 'files'
        ? {'Content-Disposition': disposition(search.get('dl') || document.originalFilename)}
        : {}),
    })
  }
  app.get('/:kind{images|files}/:projectId/:dataset/:name', deliver)
  app.get('/:kind{images|files}/:projectId/:dataset/:name/:vanity', deliver)
}

/** Raise it when the same address gives other bytes: what was made before is then made anew. */
const madeBy = 'v1'

const missing = () => httpError(404, 'No such asset')

/** A drawing stays one unless pixels are asked for by name, as at Sanity. */
function transformationOf(
  context: Context<LakeEnv>,
  search: URLSearchParams,
  {mimeType}: LakeDocument,
): Transformation | undefined {
  const wanted = parseTransformation(search, context.req.header('accept') ?? '')
  if (search.get('dlRaw') === 'true') return undefined
  return mimeType === 'image/svg+xml' && !search.has('fm') ? undefined : wanted
}

const disposition = (filename: unknown) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(String(filename ?? 'file').toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
