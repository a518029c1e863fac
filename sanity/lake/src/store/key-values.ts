import type {Store} from './store.ts'

export type KeyValue = {key: string; value: unknown}

/** Settings that the Studio stores for its user: sort orders, recent searches, inspector widths. */
export function openKeyValues({db, atomically}: Store) {
  db.exec('CREATE TABLE IF NOT EXISTS key_values (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  const select = db.prepare('SELECT value FROM key_values WHERE key = ?')
  const upsert = db.prepare(
    'INSERT INTO key_values (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get: (keys: string[]): KeyValue[] =>
      keys.flatMap((key) => {
        const row = select.get(key)
        return row ? [{key, value: JSON.parse(String(row.value))}] : []
      }),

    set: (pairs: KeyValue[]): void =>
      atomically(() => {
        for (const {key, value} of pairs) upsert.run(key, JSON.stringify(value ?? null))
      }),
  }
}
