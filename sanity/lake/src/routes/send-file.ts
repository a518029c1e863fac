import type {FileHandle} from 'node:fs/promises'
import {Readable} from 'node:stream'
import type {ReadableStream as NodeReadableStream} from 'node:stream/web'
import type {Context} from 'hono'
import {httpError} from '../errors.ts'
import type {LakeEnv} from './app-types.ts'
import {byteRange} from './byte-range.ts'

/**
 * Streams a file, or the part that the request asks for: players seek in a recording without loading all of it.
 * Closes the file.
 */
export async function sendFile(
  context: Context<LakeEnv>,
  file: FileHandle,
  etag: string,
  headers: Record<string, string>,
): Promise<Response> {
  const {size} = await file.stat()
  const requested = {range: context.req.header('range'), ifRange: context.req.header('if-range')}
  // Only GET has ranges. HEAD reports the whole file.
  const range = context.req.method === 'GET' ? byteRange(requested, size, etag) : undefined
  if (range === 'unsatisfiable') {
    await file.close()
    context.header('Content-Range', `bytes */${size}`)
    throw httpError(416, `The file has ${size} bytes: the range "${requested.range}" is outside`)
  }
  const length = range ? range.end - range.start + 1 : size
  const allHeaders = {
    ...headers,
    'Accept-Ranges': 'bytes',
    'Content-Length': String(length),
    ...(range ? {'Content-Range': `bytes ${range.start}-${range.end}/${size}`} : {}),
  }
  if (context.req.method === 'HEAD' || length === 0) {
    await file.close()
    return context.body(null, 200, allHeaders)
  }
  const stream = Readable.toWeb(file.createReadStream(range)) as NodeReadableStream<Uint8Array>
  return context.body(stream as ReadableStream<Uint8Array>, range ? 206 : 200, allHeaders)
}
