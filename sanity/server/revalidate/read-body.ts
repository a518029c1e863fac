/** The projection in ../../queries/webhook.ts is a few hundred bytes; this is generous. */
const MAX_BYTES = 64 * 1024

/**
 * The body as text, or undefined when it is too large. Stops at the limit and does not trust Content-Length.
 */
export async function readBody(request: Request): Promise<string | undefined> {
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
