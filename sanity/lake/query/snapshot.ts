import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {type Perspective, viewOf} from './perspective.ts'

export type Overlay = {id: string; document: LakeDocument | undefined}[]

export type View = {documents: LakeDocument[]; byId: Map<string, LakeDocument>}

const viewFrom = (documents: LakeDocument[]): View => ({
  documents,
  byId: new Map(documents.map((document) => [document._id, document])),
})

/**
 * A dataset in memory, parsed once per change rather than once per query. The log says which documents
 * changed since the last look, so a query after a write costs that write, not the dataset.
 */
export class Snapshot {
  readonly #db: DatabaseSync
  readonly #dataset: string
  readonly #documents = new Map<string, LakeDocument>()
  #views = new Map<string, View>()
  #seq = 0

  constructor(db: DatabaseSync, dataset: string) {
    this.#db = db
    this.#dataset = dataset
  }

  /** The documents a query sees now. An overlay is never cached: it is one transaction's own view. */
  view(perspective: Perspective, publicOnly: boolean, overlay?: Overlay): View {
    this.#refresh()
    if (overlay) {
      const documents = new Map(this.#documents)
      for (const {id, document} of overlay) {
        if (document) documents.set(id, document)
        else documents.delete(id)
      }
      return viewFrom(viewOf(inOrder(documents), perspective, publicOnly))
    }
    const key = `${publicOnly ? 'public' : 'all'}:${perspective === 'raw' ? 'raw' : `[${perspective.join()}]`}`
    const known = this.#views.get(key)
    if (known) return known
    const view = viewFrom(viewOf(inOrder(this.#documents), perspective, publicOnly))
    this.#views.set(key, view)
    return view
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
      this.#views = new Map()
    } finally {
      this.#db.exec('COMMIT')
    }
  }

  #loadAll() {
    this.#documents.clear()
    const rows = this.#db.prepare('SELECT id, json FROM documents WHERE dataset = ?').iterate(this.#dataset)
    for (const row of rows) this.#documents.set(String(row.id), JSON.parse(String(row.json)))
  }

  #loadChanged() {
    const rows = this.#db
      .prepare(
        `SELECT changed.id, documents.json FROM
           (SELECT DISTINCT document_id AS id FROM effects WHERE seq > ? AND dataset = ?) AS changed
         LEFT JOIN documents ON documents.dataset = ? AND documents.id = changed.id`,
      )
      .iterate(this.#seq, this.#dataset, this.#dataset)
    for (const row of rows) {
      if (row.json === null) this.#documents.delete(String(row.id))
      else this.#documents.set(String(row.id), JSON.parse(String(row.json)))
    }
  }
}

const inOrder = (documents: Map<string, LakeDocument>): LakeDocument[] =>
  [...documents.values()].sort((left, right) => (left._id < right._id ? -1 : 1))
