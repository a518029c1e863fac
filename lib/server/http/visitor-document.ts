import type {OutgoingHttpHeaders} from 'node:http'
import {Parser} from 'htmlparser2'
import {visitorPolicy} from './security-headers.ts'
import {stripScripts} from './strip-scripts.ts'

/** The Studio needs its scripts. */
const isApplication = (path: string) => /^\/studio(?:\/|$)/.test(path)

const policy = visitorPolicy()

type Answer = {status: number; headers: OutgoingHttpHeaders; body: Buffer}

export const isHtml = (headers: OutgoingHttpHeaders) =>
  String(headers['content-type']).startsWith('text/html')

/**
 * Makes a page a document: nothing on it needs script, so it gets none, and a policy that allows none
 * (docs/decisions/005). Next leaves the target of a redirect that it has rendered again to scripts; here it
 * becomes the `location`.
 */
export function toDocument(path: string, {status, headers, body}: Answer): Answer {
  if (isApplication(path)) return {status, headers, body}
  const safe = {...headers, 'content-security-policy': policy}
  if (!isHtml(headers)) return {status, headers: safe, body}
  const html = body.toString()
  const location = status >= 300 && status < 400 && !headers.location && refreshTarget(html)
  return {
    status,
    headers: {...safe, ...(location && {location})},
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
