import {z} from 'zod'
import {requireUser} from '../auth.ts'
import {isDatasetName} from '../document.ts'
import {httpError, notSupported} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {malformed} from '../malformed.ts'
import type {Dataset} from '../store/datasets.ts'
import {defaultUserId} from '../user.ts'
import type {LakeApp} from './app-types.ts'
import {readJson} from './body.ts'
import {requireDataset} from './dataset.ts'

const optionsSchema = z.object({
  aclMode: z.enum(['public', 'private', 'custom']).optional(),
  description: z.string().max(1024).nullish(),
  embeddings: z.object({enabled: z.boolean()}).optional(),
})

/** A dataset can be created, an alias cannot: its name starts with `~`. */
const isNewName = (name: string) => isDatasetName(name) && !name.startsWith('~')

/**
 * `client.datasets`: creates, lists, changes and deletes datasets. Each has its own documents, history and
 * assets.
 */
export function datasetRoutes(app: LakeApp, lake: Lake): void {
  for (const path of ['/datasets', '/datasets/*', '/aliases'])
    app.use(path, async (context, next) => {
      requireUser(context.var.access, 'managing datasets')
      await next()
    })

  app.get('/datasets', (context) => context.json(datasetList(lake)))
  // The client requests the second one when it uses a host of its own for each project.
  for (const path of [
    '/projects/:projectId/datasets/:name/settings/embeddings',
    '/datasets/:name/settings/embeddings',
  ])
    app.get(path, (context) => {
      requireDataset(lake, context.req.param('name') ?? '', context.var.access)
      return context.json({enabled: false})
    })
  app.get('/aliases', (context) => context.json([]))

  app.put('/datasets/:name', async (context) => {
    const name = context.req.param('name')
    if (!isNewName(name))
      throw httpError(
        400,
        `Invalid dataset name "${name}": 1 to 64 of a-z, 0-9, _ and -, the first a letter or digit`,
      )
    // The client sends no body when there are no options.
    const isEmpty = (context.req.header('content-length') ?? '0') === '0'
    const body = isEmpty && !context.req.header('transfer-encoding') ? {} : await readJson(context)
    const {aclMode = 'public', description = null} = readOptions(body)
    if (lake.datasets.find(name)) throw httpError(409, `Dataset "${name}" already exists`)
    lake.datasets.create({name, aclMode, description})
    return context.json({datasetName: name, aclMode, description})
  })

  app.patch('/datasets/:name', async (context) => {
    const name = requireDataset(lake, context.req.param('name'), context.var.access)
    const changes = await readOptions(await readJson(context))
    const dataset = {...(lake.datasets.find(name) as Dataset), ...changes}
    lake.datasets.edit(dataset)
    const {aclMode, description} = dataset
    return context.json({datasetName: name, aclMode, description})
  })

  app.delete('/datasets/:name', async (context) => {
    const name = requireDataset(lake, context.req.param('name'), context.var.access)
    if (name === lake.options.dataset)
      throw httpError(
        403,
        `"${name}" is the dataset this lake was started with, and can't be deleted while it is: ` +
          'start the lake with another LAKE_DATASET first',
      )
    const fail = () => new Error('Dropping a dataset changes no document')
    // In the writer's queue: earlier writes complete first; later ones get 404.
    await lake.writer.write({dataset: name, author: defaultUserId, fail}, async () => {
      lake.datasets.remove(name)
      lake.queries.forgetDataset(name)
      lake.listeners.closeDataset(name)
      await lake.files.removeDataset(name)
    })
    return context.json({deleted: true})
  })
}

/** @throws 400, or 501 for a feature that only Sanity's hosting has. */
function readOptions(body: unknown): Partial<Pick<Dataset, 'aclMode' | 'description'>> {
  const result = optionsSchema.safeParse(body ?? {})
  if (!result.success) throw malformed('dataset options', result.error)
  const {aclMode, description, embeddings} = result.data
  if (aclMode === 'custom') throw notSupported('the access mode "custom"')
  if (embeddings?.enabled) throw notSupported('embeddings')
  return {
    ...(aclMode === undefined ? {} : {aclMode}),
    ...(description === undefined ? {} : {description}),
  }
}

/** Datasets in the format of `client.datasets.list()`. */
export const datasetList = (lake: Lake) =>
  lake.datasets.list().map(({description, ...dataset}) => ({
    ...dataset,
    ...(description === null ? {} : {description}),
    createdByUserId: defaultUserId,
    addonFor: null,
    datasetProfile: 'content',
    features: [],
    tags: [],
  }))
