import {applyPatch} from 'mendoza'
import type {Json, LakeDocument} from '../document.ts'
import type {Pause} from '../pause.ts'
import {type History, withoutRevision} from './history.ts'
import type {Change, Commit} from './store.ts'

/**
 * Size of the cache of documents between commits. A document that was dropped is computed from the current
 * state again.
 */
const maxCachedCharacters = 32_000_000

type CachedDocument = {document: LakeDocument | undefined; size: number}

export type IncludesDocument = (dataset: string, documentId: string) => boolean

/**
 * Replays the log: commits as listeners received them when they happened. Each document is computed backwards
 * from its current state once, when it first occurs. From there its effects are applied forwards. This costs
 * two patches per effect. Computing it backwards for every commit would cost one patch per later commit each
 * time.
 */
export class Replay {
  readonly #history: History
  readonly #pause: Pause
  readonly #cache = new Map<string, CachedDocument>()
  #size = 0

  constructor(history: History, pause: Pause) {
    this.#history = history
    this.#pause = pause
  }

  /**
   * Returns the commit `seq`; numbers must increase from call to call. `includes` selects the documents.
   * @returns undefined when the log is incomplete, because a document was purged.
   */
  async commit(seq: number, includes: IncludesDocument = () => true): Promise<Commit | undefined> {
    const transaction = this.#history.transaction(seq)
    if (!transaction) return undefined
    const {dataset, transactionId} = transaction
    const changes: Change[] = []
    for await (const effect of this.#history.effects(seq, this.#pause)) {
      const {documentId} = effect
      const key = `${dataset}/${documentId}`
      if (!includes(dataset, documentId)) {
        this.#drop(key)
        continue
      }
      const before = await this.#before(key, dataset, documentId, seq)
      if ((before?._rev ?? null) !== effect.previousRev) return undefined
      const apply = JSON.parse(effect.apply)
      const content: Json | null = applyPatch(withoutRevision(before), apply)
      const after = content ? ({...content, _rev: transactionId} as LakeDocument) : undefined
      this.#store(key, after, effect.apply.length)
      const [mutations, revert] = [JSON.parse(effect.mutations), JSON.parse(effect.revert)]
      changes.push({documentId, before, after, mutations, apply, revert})
      await this.#pause()
    }
    return {...transaction, changes}
  }

  async #before(key: string, dataset: string, documentId: string, seq: number) {
    const cached = this.#cache.get(key)
    if (cached) return cached.document
    return this.#history.documentAt(dataset, documentId, seq - 1, this.#pause)
  }

  /**
   * The length of the patch approximates the growth. Unchanged parts were counted when the document was first
   * cached.
   */
  #store(key: string, document: LakeDocument | undefined, patchLength: number) {
    const size = (this.#cache.get(key)?.size ?? sizeOf(document)) + patchLength
    this.#drop(key)
    this.#cache.set(key, {document, size})
    this.#size += size
    for (const oldest of this.#cache.keys()) {
      if (this.#size <= maxCachedCharacters || oldest === key) break
      this.#drop(oldest)
    }
  }

  #drop(key: string) {
    this.#size -= this.#cache.get(key)?.size ?? 0
    this.#cache.delete(key)
  }
}

const sizeOf = (document: LakeDocument | undefined) => (document ? JSON.stringify(document).length : 0)
