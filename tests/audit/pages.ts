import {gzipSync} from 'node:zlib'
import {Parser} from 'htmlparser2'

/** A page as a visitor's browser gets it. */
export type Page = {path: string; status: number; html: string}

export async function getPage(origin: string, path: string): Promise<Page> {
  const response = await fetch(origin + path, {redirect: 'manual', headers: {connection: 'close'}})
  return {path, status: response.status, html: await response.text()}
}

/** Every address of the sitemap, as a path. */
export async function sitemapPaths(origin: string): Promise<string[]> {
  const {html} = await getPage(origin, '/sitemap.xml')
  return [...html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
}

export const gzipSize = (text: string) => gzipSync(text).byteLength

type Read = {links: string[]; ids: Set<string>; styles: string[]; jsonLd: string[]; scripts: string[]}

/** What the checks need of a page, found by a real parser. */
export function readHtml(html: string): Read {
  const read: Read = {links: [], ids: new Set(), styles: [], jsonLd: [], scripts: []}
  let script: {type: string | undefined; text: string} | undefined
  const parser = new Parser({
    onopentag(name, {id, href, src, rel, type, property, content}) {
      if (id) read.ids.add(id)
      if (href && (name === 'a' || name === 'link' || name === 'area')) read.links.push(href)
      if (src && name !== 'script') read.links.push(src)
      if (content && property === 'og:image') read.links.push(content)
      if (href && rel === 'stylesheet') read.styles.push(href)
      if (name === 'script') script = {type, text: src ?? ''}
    },
    ontext(text) {
      if (script) script.text += text
    },
    onclosetag(name) {
      if (name !== 'script' || !script) return
      if (script.type === 'application/ld+json') read.jsonLd.push(script.text)
      else if (script.type !== 'speculationrules') read.scripts.push(script.text)
      script = undefined
    },
  })
  parser.end(html)
  return read
}
