import type {Context} from 'hono'
import {z} from 'zod'
import {httpError} from '../errors.ts'
import {limits} from '../lake.ts'

/** Reads a JSON body of a bounded size and depth. @throws 400 or 413 saying what is wrong with it. */
export async function readJson(context: Context): Promise<unknown> {
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(context, limits.bodyBytes)) pieces.push(piece)
  const text = Buffer.concat(pieces).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw httpError(400, `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  requireDepth(value, limits.jsonDepth)
  return value
}

/**
 * A body piece by piece, no more of it than `most` bytes. @throws 400 or 413
 * What is too much is still taken in for a while, since a sender only reads the answer once it has sent.
 */
export async function* piecesOf(context: Context, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const piece of context.req.raw.body ?? []) {
      size += piece.byteLength
      if (size <= most) yield piece
      else if (size > most * 4) break
    }
  } catch {
    throw httpError(400, 'The body was broken off')
  }
  if (size > most)
    throw httpError(413, `The body is larger than ${most / 1024 / 1024} MB, the limit of this lake`)
}

/** Deep nesting would exhaust the stack of everything that walks a document. */
function requireDepth(value: unknown, left: number): void {
  if (typeof value !== 'object' || value === null) return
  if (left === 0) throw httpError(400, `The body is nested deeper than ${limits.jsonDepth} levels`)
  for (const item of Object.values(value)) requireDepth(item, left - 1)
}

/** `true`, `false` or absent, as the client writes flags in the address. */
export const flag = (context: Context, name: string, otherwise: boolean): boolean => {
  const value = context.req.query(name)
  return value === undefined ? otherwise : value === 'true' || value === '1'
}

export const transactionIdSchema = z
  .string()
  .regex(/^[a-zA-Z0-9._-]{1,128}$/, 'a transaction ID is 1 to 128 of a-z, 0-9, . _ -')
