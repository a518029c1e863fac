import {getPage, type Page, readHtml} from './pages.ts'

/** The address on the server under test; undefined when it is somebody else's. */
function ownAddress(link: string, page: string, origin: string, siteOrigin: string): URL | undefined {
  if (!URL.canParse(link, origin + page)) return undefined
  const url = new URL(link, origin + page)
  if (url.origin === siteOrigin) return new URL(url.pathname + url.search + url.hash, origin)
  return url.origin === origin ? url : undefined
}

/**
 * Links of these pages that lead nowhere inside the site: an answer other than 200, or a fragment that the page
 * doesn't have. `siteOrigin` is how the site calls itself in absolute links.
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
        problems.push(`${link}: no such part`)
    }
    dead.set(path, problems)
  }
  return dead
}
