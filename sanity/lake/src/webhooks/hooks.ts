import {randomUUID} from 'node:crypto'
import {z} from 'zod'
import {httpError} from '../errors.ts'
import {malformed} from '../malformed.ts'
import {failureOf, parseQuery} from '../query/evaluate.ts'
import type {Store} from '../store/store.ts'

const groq = (expression: string) => {
  try {
    parseQuery(expression, {}, 'delta')
    return true
  } catch {
    return false
  }
}

const expression = z
  .string()
  .refine((text) => text.trim() === '' || groq(text), {
    error: ({input}) => `is not GROQ: ${reason(String(input))}`,
  })
  .nullish()

const reason = (text: string): string => {
  try {
    parseQuery(text, {}, 'delta')
    return ''
  } catch (error) {
    return failureOf(error, text).message
  }
}

/** Counted before each is looked at: a million wrong ones would take their time. */
const few = <T>(most: number, schema: z.ZodType<T, unknown[]>) => z.array(z.unknown()).max(most).pipe(schema)

/** The configuration of a document webhook, field by field as in Sanity's Webhooks API. */
const hookSchema = z.object({
  type: z.literal('document').default('document'),
  name: z.string().min(1).max(256),
  description: z.string().max(1024).nullish(),
  url: z.url({protocol: /^https?$/, error: 'must be an http(s) address'}),
  dataset: z.string().min(1),
  rule: z.object({
    on: few(3, z.array(z.enum(['create', 'update', 'delete'])).min(1)),
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

/** The hooks, and up to which transaction each has seen the log. */
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

  const validated = (body: unknown) => {
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

    /** Starts with the next transaction: what was before it was set up is none of its business. */
    create(body: unknown): Hook {
      const now = new Date().toISOString()
      const hook = {...validated(body), id: randomUUID(), projectId, createdAt: now, updatedAt: now}
      insert.run(hook.id, JSON.stringify(hook))
      return hook
    },

    /** Fields that aren't given stay as they are. */
    update(id: string, body: unknown): Hook {
      const known = get(id)
      const {createdAt} = known
      const changes = typeof body === 'object' ? body : {}
      const hook = {
        ...validated({...known, ...changes}),
        id,
        projectId,
        createdAt,
        updatedAt: new Date().toISOString(),
      }
      // Switched on again, it hears nothing of the time between: at once, not once it has gone through the log.
      if (known.isDisabledByUser && !hook.isDisabledByUser) moveToEnd.run(id)
      update.run(JSON.stringify(hook), id)
      return hook
    },

    remove(id: string): void {
      get(id)
      remove.run(id)
    },

    /** The number of the last transaction a hook has been told of. */
    cursor: (id: string): number => Number(selectCursor.get(id)?.cursor),

    moveCursor: (id: string, seq: number): void => void move.run(seq, id),
  }
}

/** As the API shows it: a secret can be set, never read. */
export const withoutSecret = ({secret, ...hook}: Hook) => ({...hook, hasSecret: Boolean(secret)})
