import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createAdaptorServer} from '@hono/node-server'
import {createApp} from './app.ts'
import {openImageCache} from './assets/cache.ts'
import {openAssetFiles} from './assets/files.ts'
import {startGarbageCollection} from './assets/garbage-collection.ts'
import {createAuth} from './auth.ts'
import {systemClock} from './clock.ts'
import {maxConnections} from './connection-limit.ts'
import {httpError} from './errors.ts'
import {lockFolder} from './folder-lock.ts'
import type {Lake} from './lake.ts'
import {Listeners} from './listen/listeners.ts'
import type {LakeOptions} from './options.ts'
import {Presence} from './presence/presence.ts'
import {QueryPool} from './query/pool.ts'
import {handleUpgrades} from './routes/websocket.ts'
import {Scheduler} from './schedule/scheduler.ts'
import {importSeed} from './seed.ts'
import {createSemaphore} from './semaphore.ts'
import {openDatasets} from './store/datasets.ts'
import {openHistory} from './store/history.ts'
import {databaseFile} from './store/open-database.ts'
import {openPurges} from './store/purges.ts'
import {openStore} from './store/store.ts'
import {Dispatcher} from './webhooks/dispatcher.ts'
import {openHooks} from './webhooks/hooks.ts'
import {openMessages} from './webhooks/messages.ts'
import {Writer} from './write/writer.ts'

const host = '127.0.0.1'

export type RunningLake = {url: string; port: number; close(): Promise<void>}

/**
 * Opens the data folder, imports the seed into an unused dataset, and starts the server.
 * @throws Error that says what to do when the port or the folder is in use, or a seed line is wrong.
 */
export async function startLake(options: LakeOptions): Promise<RunningLake> {
  const lock = lockFolder(options.dir)
  const cleanups: (() => unknown)[] = [() => lock.release()]
  const close = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  }
  try {
    const store = openStore(options.dir)
    cleanups.push(() => store.close())
    const writer = new Writer(store)
    await importSeedOnce(options, store, writer)
    const queries = new QueryPool({
      file: databaseFile(options.dir),
      projectId: options.projectId,
      dataset: options.dataset,
      timeoutMs: options.queryTimeoutMs ?? 5000,
    })
    cleanups.push(() => queries.close())

    let port = options.port
    const auth = createAuth({
      port: () => port,
      projectId: options.projectId,
      allowedOrigins: options.allowedOrigins ?? [],
      token: options.token,
    })
    const history = openHistory(store)
    const listeners = new Listeners(writer, history)
    const presence = new Presence()
    const hooks = openHooks(store, options.projectId)
    const messages = openMessages(store)
    const dispatcher = new Dispatcher({
      ...{store, history, hooks, messages, queries, purges: openPurges(store)},
      projectId: options.projectId,
    })
    writer.commits.on('commit', () => dispatcher.wake())
    // In parallel: the dispatcher may wait for a rule that a query worker is evaluating.
    cleanups.push(() => Promise.all([dispatcher.stop(), queries.close()]))

    const scheduler = new Scheduler(store, writer, options.clock ?? systemClock)
    writer.commits.on('commit', ({changes}) => {
      if (changes.some(({documentId}) => documentId.startsWith('_.releases.'))) scheduler.wake()
    })
    cleanups.push(() => scheduler.stop())

    const datasets = openDatasets(store)
    const files = openAssetFiles(options.dir)
    // Each image may need some hundred megabytes.
    const imageQueue = (limit: number) =>
      createSemaphore(limit, 200, () => httpError(503, 'Too many images at once'))
    const images = openImageCache(options.dir, {semaphore: imageQueue(2)})
    const uploadSemaphore = imageQueue(1)
    const garbageCollection = startGarbageCollection(store, writer, files)
    cleanups.push(() => garbageCollection.idle())

    const lake: Lake = {
      options,
      store,
      datasets,
      writer,
      queries,
      auth,
      history,
      listeners,
      presence,
      hooks,
      messages,
      files,
      images,
      uploadSemaphore,
    }
    const server = createAdaptorServer({fetch: createApp(lake).fetch}) as Server
    const closeSockets = handleUpgrades(server, lake)
    port = await listen(server, options.port)
    const limit = maxConnections()
    if (limit !== undefined) server.maxConnections = limit
    cleanups.push(
      () => stopServer(server),
      () => presence.close(),
      () => listeners.close(),
      () => closeSockets(),
    )
    dispatcher.wake()
    scheduler.wake()
    return {url: `http://${host}:${port}`, port, close}
  } catch (error) {
    await close()
    throw error
  }
}

async function importSeedOnce({dataset, seed}: LakeOptions, store: Lake['store'], writer: Writer) {
  store.addDataset(dataset)
  const isUnseeded = store.datasets().some(({name, seededAt}) => name === dataset && seededAt === undefined)
  if (!seed || !isUnseeded) return
  if (!store.hasTransactions(dataset)) await importSeed(writer, dataset, seed)
  store.markSeeded(dataset)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is in use. Stop the process that uses it, or set LAKE_PORT to another port.`,
            )
          : error,
      ),
    )
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Listener connections never end by themselves. Closing them tells the clients.
    server.closeAllConnections()
  })
}
