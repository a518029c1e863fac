import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {parseDocument} from '../store/parse-document.ts'
import {type Perspective, visibleVersion} from './perspective.ts'
import {View} from './view.ts'

export type Overlay = {id: string; document: LakeDocument | undefined}[]

type CachedView = {perspective: Perspective; publicOnly: boolean; view: View}

/** A view with drafts holds a copy of every document. Only the most recently used views are kept. */
const maxViews = 6

/**
 * A dataset in memory. A document is parsed once per change, not once per query. The log tells which
 * documents changed since the last query, so a query after a write costs that write, not the dataset.
 */
export class Snapshot {
  readonly #db: DatabaseSync
  readonly #dataset: string
  // A field, since Node 22.13 may garbage-collect a statement while its iterator is read.
  readonly #selectAll: StatementSync
  readonly #documents = new Map<string, LakeDocument>()
  readonly #views = new Map<string, CachedView>()
  #seq = 0

  constructor(db: DatabaseSync, dataset: string) {
    this.#db = db
    this.#dataset = dataset
    this.#selectAll = db.prepare('SELECT id, json FROM documents WHERE dataset = ?')
  }

  /** The documents that a query sees now. Valid until the next call: a view is updated in place. */
  view(perspective: Perspective, publicOnly: boolean): View {
    this.#refresh()
    const key = `${publicOnly ? 'public' : 'all'}:${perspective === 'raw' ? 'raw' : `[${perspective.join()}]`}`
    const cached = this.#views.get(key) ?? {
      perspective,
      publicOnly,
      view: this.#makeView(perspective, publicOnly),
    }
    this.#views.delete(key)
    this.#views.set(key, cached)
    const [oldest] = this.#views.keys()
    if (this.#views.size > maxViews && oldest !== undefined) this.#views.delete(oldest)
    return cached.view
  }

  /** The same with the changes of a transaction on top, while `callback` runs. */
  async withOverlay<T>(
    overlay: Overlay,
    perspective: Perspective,
    publicOnly: boolean,
    callback: (view: View) => Promise<T>,
  ): Promise<T> {
    this.view(perspective, publicOnly)
    const originals = overlay.map(({id}) => ({id, document: this.#documents.get(id)}))
    for (const {id, document} of overlay) this.#put(id, document)
    try {
      return await callback(this.view(perspective, publicOnly))
    } finally {
      for (const {id, document} of originals) this.#put(id, document)
    }
  }

  #makeView(perspective: Perspective, publicOnly: boolean): View {
    const visible = new Map<string, LakeDocument>()
    for (const stored of this.#documents.keys()) {
      const {id, document} = this.#visibleVersion(stored, perspective, publicOnly)
      if (document) visible.set(id, document)
    }
    return new View([...visible.values()])
  }

  #visibleVersion(id: string, perspective: Perspective, publicOnly: boolean) {
    return visibleVersion(id, (stored) => this.#documents.get(stored), perspective, publicOnly)
  }

  #put(id: string, document: LakeDocument | undefined) {
    if (document) this.#documents.set(id, document)
    else this.#documents.delete(id)
    for (const {perspective, publicOnly, view} of this.#views.values()) {
      const visible = this.#visibleVersion(id, perspective, publicOnly)
      view.set(visible.id, visible.document)
    }
  }

  #refresh() {
    // One read transaction, so that the log and the documents match.
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
    for (const row of this.#selectAll.iterate(this.#dataset)) {
      const document = parseDocument(this.#dataset, String(row.id), String(row.json))
      if (document) this.#documents.set(String(row.id), document)
    }
  }

  #loadChanged() {
    const rows = this.#db
      .prepare(
        // The + stops SQLite from using the index by dataset: it would read all rows instead of the few after
        // seq.
        `SELECT changed.id, documents.json FROM
           (SELECT DISTINCT document_id AS id FROM effects WHERE seq > ? AND +dataset = ?) AS changed
         LEFT JOIN documents ON documents.dataset = ? AND documents.id = changed.id`,
      )
      .all(this.#seq, this.#dataset, this.#dataset)
    for (const row of rows)
      this.#put(
        String(row.id),
        row.json === null ? undefined : parseDocument(this.#dataset, String(row.id), String(row.json)),
      )
  }
}
