import {applyPatch} from 'mendoza'
import type {Json, LakeDocument} from '../document.ts'
import type {Pause} from '../slices.ts'
import {type History, withoutRevision} from './history.ts'
import type {Change, Commit} from './store.ts'

/** Documents are kept between commits up to this size in all; one that was dropped is taken back from the present again. */
const keptCharacters = 32_000_000

type Kept = {document: LakeDocument | undefined; size: number}

export type Wants = (dataset: string, documentId: string) => boolean

/**
 * Plays the log forward: commits as they were told to listeners when they happened. A document is taken back from the
 * present once, when it is first met, and follows its effects from there: two patches for each effect, where taking
 * it back for each commit would cost as many as there are commits since.
 */
export class Replay {
  readonly #history: History
  readonly #pause: Pause
  readonly #kept = new Map<string, Kept>()
  #size = 0

  constructor(history: History, pause: Pause) {
    this.#history = history
    this.#pause = pause
  }

  /**
   * The next commit; numbers must rise from call to call. `wants` says which documents count.
   * @returns undefined where the log no longer tells: what a document said was purged.
   */
  async commit(seq: number, wants: Wants = () => true): Promise<Commit | undefined> {
    const transaction = this.#history.transaction(seq)
    if (!transaction) return undefined
    const {dataset, transactionId} = transaction
    const changes: Change[] = []
    for await (const effect of this.#history.effects(seq, this.#pause)) {
      const {documentId} = effect
      const key = `${dataset}/${documentId}`
      if (!wants(dataset, documentId)) {
        this.#drop(key)
        continue
      }
      const before = await this.#before(key, dataset, documentId, seq)
      if ((before?._rev ?? null) !== effect.previousRev) return undefined
      const apply = JSON.parse(effect.apply)
      const content: Json | null = applyPatch(withoutRevision(before), apply)
      const after = content ? ({...content, _rev: transactionId} as LakeDocument) : undefined
      this.#keep(key, after, effect.apply.length)
      const [mutations, revert] = [JSON.parse(effect.mutations), JSON.parse(effect.revert)]
      changes.push({documentId, before, after, mutations, apply, revert})
      await this.#pause()
    }
    return {...transaction, changes}
  }

  async #before(key: string, dataset: string, documentId: string, seq: number) {
    const kept = this.#kept.get(key)
    if (kept) return kept.document
    return this.#history.documentAt(dataset, documentId, seq - 1, this.#pause)
  }

  /** The length of the patch stands for the growth: what a patch leaves alone is counted from when the document came. */
  #keep(key: string, document: LakeDocument | undefined, patched: number) {
    const size = (this.#kept.get(key)?.size ?? sizeOf(document)) + patched
    this.#drop(key)
    this.#kept.set(key, {document, size})
    this.#size += size
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= keptCharacters || oldest === key) break
      this.#drop(oldest)
    }
  }

  #drop(key: string) {
    this.#size -= this.#kept.get(key)?.size ?? 0
    this.#kept.delete(key)
  }
}

const sizeOf = (document: LakeDocument | undefined) => (document ? JSON.stringify(document).length : 0)
