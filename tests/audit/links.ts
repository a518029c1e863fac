import {getPage, type Page, readHtml} from './pages.ts'

/** The URL on the server under test; undefined for a link to another site. */
function ownAddress(link: string, page: string, origin: string, siteOrigin: string): URL | undefined {
  if (!URL.canParse(link, origin + page)) return undefined
  const url = new URL(link, origin + page)
  if (url.origin === siteOrigin) return new URL(url.pathname + url.search + url.hash, origin)
  return url.origin === origin ? url : undefined
}

/**
 * Dead internal links by page: the status is not 200, or the page has no element for the fragment.
 * `siteOrigin` is the origin that the site uses in absolute links.
 */
export async function deadLinks(
  pages: Page[],
  origin: string,
  siteOrigin = origin,
): Promise<Map<string, string[]>> {
  const targets = new Map<string, Promise<{status: number; ids: Set<string>}>>()
  const load = async (path: string) => {
    const {status, html} = await getPage(origin, path)
    return {status, ids: readHtml(html).ids}
  }
  const dead = new Map<string, string[]>()
  for (const {path, html} of pages) {
    const problems: string[] = []
    for (const link of new Set(readHtml(html).links)) {
      const url = ownAddress(link, path, origin, siteOrigin)
      if (!url) continue
      const address = url.pathname + url.search
      const target = targets.get(address) ?? load(address)
      targets.set(address, target)
      const {status, ids} = await target
      if (status !== 200) problems.push(`${link} answers ${status}`)
      else if (url.hash && !ids.has(decodeURIComponent(url.hash.slice(1))))
        problems.push(`${link}: no such fragment`)
    }
    dead.set(path, problems)
  }
  return dead
}
