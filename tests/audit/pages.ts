import {gzipSync} from 'node:zlib'
import {Parser} from 'htmlparser2'
import {pathsIn} from '../sites/sitemap.ts'

/** A page as the server sends it. */
export type Page = {path: string; status: number; html: string}

export async function getPage(origin: string, path: string): Promise<Page> {
  const response = await fetch(origin + path, {redirect: 'manual', headers: {connection: 'close'}})
  return {path, status: response.status, html: await response.text()}
}

/** The paths of all pages in the sitemap. */
export async function sitemapPaths(origin: string): Promise<string[]> {
  const {html} = await getPage(origin, '/sitemap.xml')
  return pathsIn(html)
}

export const gzipSize = (text: string) => gzipSync(text).byteLength

type PageParts = {links: string[]; ids: Set<string>; styles: string[]; jsonLd: string[]; scripts: string[]}

/** Extracts the parts of a page that the checks need. */
export function readHtml(html: string): PageParts {
  const parts: PageParts = {links: [], ids: new Set(), styles: [], jsonLd: [], scripts: []}
  let script: {type: string | undefined; text: string} | undefined
  const parser = new Parser({
    onopentag(name, {id, href, src, rel, type, property, content}) {
      if (id) parts.ids.add(id)
      if (href && (name === 'a' || name === 'link' || name === 'area')) parts.links.push(href)
      if (src && name !== 'script') parts.links.push(src)
      if (content && property === 'og:image') parts.links.push(content)
      if (href && rel === 'stylesheet') parts.styles.push(href)
      if (name === 'script') script = {type, text: src ?? ''}
    },
    ontext(text) {
      if (script) script.text += text
    },
    onclosetag(name) {
      if (name !== 'script' || !script) return
      if (script.type === 'application/ld+json') parts.jsonLd.push(script.text)
      else if (script.type !== 'speculationrules') parts.scripts.push(script.text)
      script = undefined
    },
  })
  parser.end(html)
  return parts
}
