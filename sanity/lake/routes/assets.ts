import {extname} from 'node:path'
import type {Context} from 'hono'
import {openAssetFiles} from '../assets/files.ts'
import {readImageFacts} from '../assets/image-metadata.ts'
import {parseTransformation, transform} from '../assets/transform.ts'
import type {Json} from '../document.ts'
import {httpError} from '../errors.ts'
import {requireMember} from '../guard.ts'
import {type Lake, limits, memberId} from '../lake.ts'
import type {Fail} from '../write/transaction.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {readBytes} from './body.ts'
import {requireDataset} from './dataset.ts'

/** `POST /assets/{images,files}/{dataset}`: keeps the bytes, writes the asset document, answers with it. */
export function uploadRoutes(app: LakeApp, lake: Lake): void {
  const files = openAssetFiles(lake.options.dir)
  const {projectId} = lake.options

  app.post('/assets/:kind{images|files}/:dataset', async (context) => {
    requireMember(context.var.access, 'uploading assets')
    const dataset = requireDataset(lake, context.req.param('dataset'))
    const kind = context.req.param('kind')
    const bytes = await readBytes(context, limits.assetBytes)
    if (bytes.byteLength === 0) throw httpError(400, 'The asset is empty')
    const filename = context.req.query('filename')
    const image = kind === 'images' ? await readImageFacts(bytes) : undefined
    const extension = image?.extension ?? extensionOf(filename)
    const {sha1, size} = await files.write(dataset, bytes)
    const name = image ? `${sha1}-${image.width}x${image.height}` : sha1
    const _id = image ? `image-${name}-${extension}` : `file-${name}-${extension}`
    const path = `${kind}/${projectId}/${dataset}/${name}.${extension}`
    const document = {
      _id,
      _type: image ? 'sanity.imageAsset' : 'sanity.fileAsset',
      ...optional(context),
      assetId: sha1,
      extension,
      mimeType: image?.mimeType ?? mimeTypeOf(context),
      originalFilename: filename,
      path,
      sha1hash: sha1,
      size,
      url: `${new URL(context.req.url).origin}/${path}`,
      ...(image ? {metadata: image.metadata} : {}),
    }
    const fail: Fail = (_status, item) => new Error(item.description)
    const {transaction} = await lake.writer.write({dataset, author: memberId, fail}, (transaction) => {
      if (!transaction.get(_id)) transaction.put(document, 'create', fail)
    })
    return context.json({document: transaction.get(_id)})
  })
}

/** `GET /{images,files}/{projectId}/{dataset}/{name}`: for everybody, as on Sanity's CDN. */
export function assetRoutes(app: LakeApp, lake: Lake): void {
  const files = openAssetFiles(lake.options.dir)
  const missing = httpError(404, 'No such asset')

  app.get('/:kind{images|files}/:projectId/:dataset/:name', async (context) => {
    const {kind, projectId, dataset, name} = context.req.param()
    const [, sha1, size = '', extension] = /^([0-9a-f]{40})(-\d+x\d+)?\.([a-z0-9]{1,16})$/.exec(name) ?? []
    if (projectId !== lake.options.projectId || !sha1) throw missing
    const id = `${kind === 'images' ? 'image' : 'file'}-${sha1}${size}-${extension}`
    const document = lake.store.get(dataset, id)
    if (!document) throw missing
    const bytes = await files.read(dataset, sha1)
    const search = new URL(context.req.url).searchParams
    const mimeType = String(document.mimeType)
    const wanted =
      kind === 'images' ? parseTransformation(search, context.req.header('accept') ?? '') : undefined
    const answer = wanted ? await transform(bytes, mimeType, wanted) : {data: bytes, mimeType}
    return context.body(new Uint8Array(answer.data), 200, {
      'Content-Type': answer.mimeType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept, Origin',
      // An uploaded SVG or HTML file must never run as a page of this origin.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ...(search.has('dl') || kind === 'files' ? {'Content-Disposition': disposition(document)} : {}),
    })
  })
}

const disposition = ({originalFilename}: Json) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(String(originalFilename ?? 'file'))}`

const extensionOf = (filename: string | undefined): string => {
  const extension = extname(filename ?? '')
    .slice(1)
    .toLowerCase()
  return /^[a-z0-9]{1,16}$/.test(extension) ? extension : 'bin'
}

const mimeTypeOf = (context: Context<LakeEnv>): string => {
  const type = context.req.header('content-type') ?? ''
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream'
}

/** What the uploader says about the asset. */
function optional(context: Context<LakeEnv>): Json {
  const {label, title, description, creditLine, sourceId, sourceName, sourceUrl} = context.req.query()
  const source = sourceId && sourceName ? {id: sourceId, name: sourceName, url: sourceUrl} : undefined
  return Object.fromEntries(
    Object.entries({label, title, description, creditLine, source}).filter(
      ([, value]) => value !== undefined,
    ),
  )
}
