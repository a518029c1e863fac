import type {ImageCache} from './assets/cache.ts'
import type {AssetFiles} from './assets/files.ts'
import type {Auth} from './auth.ts'
import type {Listeners} from './listen/listeners.ts'
import type {LakeOptions} from './options.ts'
import type {Presence} from './presence/presence.ts'
import type {QueryPool} from './query/pool.ts'
import type {Semaphore} from './semaphore.ts'
import type {Datasets} from './store/datasets.ts'
import type {History} from './store/history.ts'
import type {Store} from './store/store.ts'
import type {HookStore} from './webhooks/hooks.ts'
import type {MessageStore} from './webhooks/messages.ts'
import type {Writer} from './write/writer.ts'

/** The parts that all routes share. */
export type Lake = {
  options: LakeOptions
  store: Store
  datasets: Datasets
  writer: Writer
  queries: QueryPool
  auth: Auth
  history: History
  listeners: Listeners
  presence: Presence
  hooks: HookStore
  messages: MessageStore
  files: AssetFiles
  images: ImageCache
  /** Limits how many uploads are read at once. Transformations have a limit of their own, so neither waits. */
  uploadSemaphore: Semaphore
}

export const limits = {
  /** A larger body is refused before it is read completely. */
  bodyBytes: 10 * 1024 * 1024,
  assetBytes: 50 * 1024 * 1024,
  jsonDepth: 64,
  mutations: 10_000,
  ids: 1000,
} as const
