import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {type Perspective, shownFor} from './perspective.ts'
import {View} from './view.ts'

export type Overlay = {id: string; document: LakeDocument | undefined}[]

type Kept = {perspective: Perspective; publicOnly: boolean; view: View}

/** A view of drafts holds a copy of every document: only so many are kept, the ones used last. */
const viewLimit = 6

/**
 * A dataset in memory, parsed once per change rather than once per query. The log says which documents
 * changed since the last look, so a query after a write costs that write, not the dataset.
 */
export class Snapshot {
  readonly #db: DatabaseSync
  readonly #dataset: string
  // Kept: Node 22.13 may collect a statement while its iterator is read.
  readonly #selectAll: StatementSync
  readonly #documents = new Map<string, LakeDocument>()
  readonly #views = new Map<string, Kept>()
  #seq = 0

  constructor(db: DatabaseSync, dataset: string) {
    this.#db = db
    this.#dataset = dataset
    this.#selectAll = db.prepare('SELECT id, json FROM documents WHERE dataset = ?')
  }

  /** The documents a query sees now. Valid until the next call: a view is changed in place. */
  view(perspective: Perspective, publicOnly: boolean): View {
    this.#refresh()
    const key = `${publicOnly ? 'public' : 'all'}:${perspective === 'raw' ? 'raw' : `[${perspective.join()}]`}`
    const kept = this.#views.get(key) ?? {
      perspective,
      publicOnly,
      view: this.#makeView(perspective, publicOnly),
    }
    this.#views.delete(key)
    this.#views.set(key, kept)
    const [oldest] = this.#views.keys()
    if (this.#views.size > viewLimit && oldest !== undefined) this.#views.delete(oldest)
    return kept.view
  }

  /** The same with a transaction's own changes laid over it, for as long as `use` runs. */
  withOverlay<T>(overlay: Overlay, perspective: Perspective, publicOnly: boolean, use: (view: View) => T): T {
    this.view(perspective, publicOnly)
    const stored = overlay.map(({id}) => ({id, document: this.#documents.get(id)}))
    for (const {id, document} of overlay) this.#put(id, document)
    try {
      return use(this.view(perspective, publicOnly))
    } finally {
      for (const {id, document} of stored) this.#put(id, document)
    }
  }

  #makeView(perspective: Perspective, publicOnly: boolean): View {
    const shown = new Map<string, LakeDocument>()
    for (const stored of this.#documents.keys()) {
      const {id, document} = this.#shownFor(stored, perspective, publicOnly)
      if (document) shown.set(id, document)
    }
    return new View([...shown.values()])
  }

  #shownFor(id: string, perspective: Perspective, publicOnly: boolean) {
    return shownFor(id, (stored) => this.#documents.get(stored), perspective, publicOnly)
  }

  #put(id: string, document: LakeDocument | undefined) {
    if (document) this.#documents.set(id, document)
    else this.#documents.delete(id)
    for (const {perspective, publicOnly, view} of this.#views.values()) {
      const shown = this.#shownFor(id, perspective, publicOnly)
      view.set(shown.id, shown.document)
    }
  }

  #refresh() {
    // One read transaction: the log and the documents it speaks of belong together.
    this.#db.exec('BEGIN')
    try {
      const {seq} = this.#db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions').get() ?? {}
      if (Number(seq) === this.#seq) return
      if (this.#seq === 0) this.#loadAll()
      else this.#loadChanged()
      this.#seq = Number(seq)
    } finally {
      this.#db.exec('COMMIT')
    }
  }

  #loadAll() {
    this.#documents.clear()
    this.#views.clear()
    for (const row of this.#selectAll.iterate(this.#dataset))
      this.#documents.set(String(row.id), JSON.parse(String(row.json)))
  }

  #loadChanged() {
    const rows = this.#db
      .prepare(
        // The + keeps SQLite from walking the whole index by dataset instead of the few rows after seq.
        `SELECT changed.id, documents.json FROM
           (SELECT DISTINCT document_id AS id FROM effects WHERE seq > ? AND +dataset = ?) AS changed
         LEFT JOIN documents ON documents.dataset = ? AND documents.id = changed.id`,
      )
      .all(this.#seq, this.#dataset, this.#dataset)
    for (const row of rows)
      this.#put(String(row.id), row.json === null ? undefined : JSON.parse(String(row.json)))
  }
}
