import type {Context} from 'hono'
import {z} from 'zod'
import type {Json} from '../document.ts'
import {httpError, invalidRequestBody} from '../errors.ts'
import {limits} from '../lake.ts'
import {wellFormedFrom} from '../well-formed.ts'

/** Reads a JSON body of limited size and depth. @throws 400 or 413 that says what is wrong. */
export async function readJson(context: Context): Promise<unknown> {
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf(context, limits.bodyBytes)) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw invalidRequestBody(text, `The body is not JSON: ${reason}`)
  }
  requireDepth(value, limits.jsonDepth)
  return wellFormedFrom(text, value)
}

/**
 * The body in chunks, up to `maxBytes`. A longer body is still read for a while without being used, since a
 * client reads the response only after it has sent the body.
 * @throws 400 or 413
 */
export async function* chunksOf(context: Context, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of context.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size <= maxBytes) yield chunk
      else if (size > maxBytes * 4) break
    }
  } catch {
    throw httpError(400, 'The body is incomplete')
  }
  if (size > maxBytes)
    throw httpError(413, `The body is larger than ${maxBytes / 1024 / 1024} MB, the limit of this lake`)
}

/** Deep nesting would overflow the stack of every recursive function over a document. */
function requireDepth(value: unknown, levelsLeft: number): void {
  if (typeof value !== 'object' || value === null) return
  if (levelsLeft === 0) throw httpError(400, `The body is nested deeper than ${limits.jsonDepth} levels`)
  for (const item of Object.values(value)) requireDepth(item, levelsLeft - 1)
}

/**
 * Refuses a field that the API does not have, as Sanity does. Such a field is a mistake, and ignoring it would
 * hide the mistake.
 * @param part of `body`, which is quoted in the error.
 */
export function requireKnownFields(part: Json, known: readonly string[], body: unknown): void {
  const unknown = Object.keys(part).find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw invalidRequestBody(JSON.stringify(body), `Unknown field "${unknown.slice(0, 100)}"`)
}

/** A flag in the query string, as the client writes it: `true`, `false` or absent. */
export const flag = (context: Context, name: string, fallback: boolean): boolean => {
  const value = context.req.query(name)
  return value === undefined ? fallback : value === 'true' || value === '1'
}

export const transactionIdSchema = z
  .string()
  .regex(/^[a-zA-Z0-9._-]{1,128}$/, 'a transaction ID is 1 to 128 of a-z, 0-9, . _ -')
