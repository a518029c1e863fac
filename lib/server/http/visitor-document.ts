import type {OutgoingHttpHeaders} from 'node:http'
import {Parser} from 'htmlparser2'
import {visitorPolicy} from './security-headers.ts'
import {stripScripts} from './strip-scripts.ts'

type Answer = {status: number; headers: OutgoingHttpHeaders; body: Buffer}

export const isHtml = (headers: OutgoingHttpHeaders) =>
  String(headers['content-type']).startsWith('text/html')

/**
 * Makes a page a document: its policy allows no script, so it gets none (docs/decisions/005). Next leaves the
 * target of a redirect that it has rendered again to scripts; here it becomes the `location`.
 */
export function toDocument({status, headers, body}: Answer): Answer {
  if (!isHtml(headers) || headers['content-security-policy'] !== visitorPolicy) return {status, headers, body}
  const html = body.toString()
  const location = status >= 300 && status < 400 && !headers.location && refreshTarget(html)
  return {
    status,
    headers: location ? {...headers, location} : headers,
    body: Buffer.from(stripScripts(html)),
  }
}

/** Where `<meta http-equiv="refresh" content="0;url=…">` leads. */
function refreshTarget(html: string): string | undefined {
  let target: string | undefined
  const parser = new Parser({
    onopentag(name, {content = '', ...attributes}) {
      if (name === 'meta' && attributes['http-equiv'] === 'refresh')
        target ??= /;\s*url=(.+)$/.exec(content)?.[1]
    },
  })
  parser.end(html)
  return target
}
