import {extname} from 'node:path'
import type {Context} from 'hono'
import {readImageMetadata, requireImage} from '../assets/image-metadata.ts'
import {requireUser} from '../auth.ts'
import type {Json} from '../document.ts'
import {httpError} from '../errors.ts'
import {type Lake, limits} from '../lake.ts'
import type {Fail} from '../write/transaction.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {chunksOf} from './body.ts'
import {requireDataset} from './dataset.ts'

/** `POST /assets/{images,files}/{dataset}`: stores the bytes, writes the asset document and returns it. */
export function assetUploadRoutes(app: LakeApp, lake: Lake): void {
  const {projectId} = lake.options

  app.post('/assets/:kind{images|files}/:dataset', async (context) => {
    requireUser(context.var.access, 'uploading assets')
    const dataset = requireDataset(lake, context.req.param('dataset'), context.var.access)
    const kind = context.req.param('kind')
    const filename = context.req.query('filename')
    const parts = context.req.queries('meta')?.flatMap((names) => names.split(','))
    const staged = await lake.files.stage(dataset, chunksOf(context, limits.assetBytes))
    try {
      if (staged.size === 0) throw httpError(400, 'The asset is empty')
      if (kind === 'images') requireImage(await staged.head())
      const image =
        kind === 'images'
          ? await lake.uploadSemaphore(async () => readImageMetadata(await staged.read(), parts))
          : undefined
      const extension = image?.extension ?? extensionOf(filename)
      await staged.sync()
      const {sha1, size} = staged
      const name = image ? `${sha1}-${image.width}x${image.height}` : sha1
      const _id = image ? `image-${name}-${extension}` : `file-${name}-${extension}`
      const path = `${kind}/${projectId}/${dataset}/${name}.${extension}`
      const document = {
        _id,
        _type: image ? 'sanity.imageAsset' : 'sanity.fileAsset',
        ...descriptionFields(context),
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
      const author = context.var.identity
      const {transaction} = await lake.writer.write({dataset, author, fail}, async (transaction) => {
        // In the writer's queue: garbage collection can't delete the file before its document is written.
        await staged.keep()
        if (!transaction.get(_id)) transaction.put(document, 'create', fail)
      })
      return context.json({document: transaction.get(_id)})
    } catch (error) {
      await staged.discard()
      throw error
    }
  })
}

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

/** The optional descriptive fields from the request. */
function descriptionFields(context: Context<LakeEnv>): Json {
  const {label, title, description, creditLine, sourceId, sourceName, sourceUrl} = context.req.query()
  const source = sourceId && sourceName ? {id: sourceId, name: sourceName, url: sourceUrl} : undefined
  return Object.fromEntries(
    Object.entries({label, title, description, creditLine, source}).filter(
      ([, value]) => value !== undefined,
    ),
  )
}
