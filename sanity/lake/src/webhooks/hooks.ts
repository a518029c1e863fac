import {randomUUID} from 'node:crypto'
import {z} from 'zod'
import {httpError} from '../errors.ts'
import {malformed} from '../malformed.ts'
import {failureOf, parseQuery} from '../query/evaluate.ts'
import type {Store} from '../store/store.ts'

const isGroq = (expression: string) => {
  try {
    parseQuery(expression, {}, 'delta')
    return true
  } catch {
    return false
  }
}

const expression = z
  .string()
  .refine((text) => text.trim() === '' || isGroq(text), {
    error: ({input}) => `is not GROQ: ${parseErrorOf(String(input))}`,
  })
  .nullish()

const parseErrorOf = (text: string): string => {
  try {
    parseQuery(text, {}, 'delta')
    return ''
  } catch (error) {
    return failureOf(error, text).message
  }
}

/** The length is checked before the elements: a million wrong ones would take long. */
const boundedArray = <T>(max: number, schema: z.ZodType<T, unknown[]>) =>
  z.array(z.unknown()).max(max).pipe(schema)

/** The configuration of a document webhook, with the fields of Sanity's Webhooks API. */
const hookSchema = z.object({
  type: z.literal('document').default('document'),
  name: z.string().min(1).max(256),
  description: z.string().max(1024).nullish(),
  url: z.url({protocol: /^https?$/, error: 'must be an http(s) address'}),
  dataset: z.string().min(1),
  rule: z.object({
    on: boundedArray(3, z.array(z.enum(['create', 'update', 'delete'])).min(1)),
    filter: expression,
    projection: expression,
  }),
  includeDrafts: z.boolean().default(false),
  includeAllVersions: z.boolean().default(false),
  httpMethod: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  apiVersion: z.string().default('v2021-03-25'),
  headers: z
    .record(z.string(), z.unknown())
    .refine((headers) => Object.keys(headers).length <= 50, 'can be 50 at most')
    .pipe(z.record(z.string(), z.string()))
    .default({}),
  secret: z.string().min(1).nullish(),
  isDisabledByUser: z.boolean().default(false),
})

export type Hook = z.output<typeof hookSchema> & {
  id: string
  projectId: string
  createdAt: string
  updatedAt: string
}

const tables = `
CREATE TABLE IF NOT EXISTS hooks (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  cursor INTEGER NOT NULL
) STRICT;
`

export type HookStore = ReturnType<typeof openHooks>

/** The hooks, with each one's cursor into the log. */
export function openHooks({db}: Store, projectId: string) {
  db.exec(tables)
  const insert = db.prepare(
    'INSERT INTO hooks (id, json, cursor) VALUES (?, ?, (SELECT coalesce(max(seq), 0) FROM transactions))',
  )
  const update = db.prepare('UPDATE hooks SET json = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM hooks WHERE id = ?')
  const select = db.prepare('SELECT json FROM hooks WHERE id = ?')
  const selectCursor = db.prepare('SELECT cursor FROM hooks WHERE id = ?')
  const selectAll = db.prepare('SELECT json FROM hooks ORDER BY rowid')
  const move = db.prepare('UPDATE hooks SET cursor = ? WHERE id = ?')
  const moveToEnd = db.prepare(
    'UPDATE hooks SET cursor = (SELECT coalesce(max(seq), 0) FROM transactions) WHERE id = ?',
  )

  const validate = (body: unknown) => {
    const result = hookSchema.safeParse(body)
    if (!result.success) throw malformed('webhook', result.error)
    return result.data
  }

  const find = (id: string): Hook | undefined => {
    const row = select.get(id)
    return row && JSON.parse(String(row.json))
  }
  const get = (id: string): Hook => {
    const hook = find(id)
    if (!hook) throw httpError(404, `Webhook "${id}" not found`)
    return hook
  }

  return {
    find,
    get,
    list: (): Hook[] => selectAll.all().map((row) => JSON.parse(String(row.json))),

    /** The hook starts with the next transaction. Earlier ones are not delivered. */
    create(body: unknown): Hook {
      const now = new Date().toISOString()
      const hook = {...validate(body), id: randomUUID(), projectId, createdAt: now, updatedAt: now}
      insert.run(hook.id, JSON.stringify(hook))
      return hook
    },

    /** Missing fields stay unchanged. */
    update(id: string, body: unknown): Hook {
      const existing = get(id)
      const {createdAt} = existing
      const changes = typeof body === 'object' ? body : {}
      const hook = {
        ...validate({...existing, ...changes}),
        id,
        projectId,
        createdAt,
        updatedAt: new Date().toISOString(),
      }
      // Skips the transactions while the hook was disabled: at once, not after reading them.
      if (existing.isDisabledByUser && !hook.isDisabledByUser) moveToEnd.run(id)
      update.run(JSON.stringify(hook), id)
      return hook
    },

    remove(id: string): void {
      get(id)
      remove.run(id)
    },

    /** The number of the last transaction that was processed for a hook. */
    cursor: (id: string): number => Number(selectCursor.get(id)?.cursor),

    moveCursor: (id: string, seq: number): void => void move.run(seq, id),
  }
}

/** The hook in API format: a secret can be set but never read. */
export const withoutSecret = ({secret, ...hook}: Hook) => ({...hook, hasSecret: Boolean(secret)})
