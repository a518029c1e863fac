import type {Guard} from './guard.ts'
import type {LakeOptions} from './options.ts'
import type {QueryPool} from './query/pool.ts'
import type {Store} from './store/store.ts'
import type {Writer} from './write/writer.ts'

/** The parts every route works with. */
export type Lake = {
  options: LakeOptions
  store: Store
  writer: Writer
  queries: QueryPool
  guard: Guard
}

/** The one user: whoever sits at this machine. */
export const memberId = 'local-member'

export const limits = {
  /** A body beyond this is refused before it is read whole. */
  bodyBytes: 10 * 1024 * 1024,
  assetBytes: 50 * 1024 * 1024,
  jsonDepth: 64,
  mutations: 10_000,
  ids: 500,
} as const
