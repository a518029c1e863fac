import {readdirSync, readFileSync} from 'node:fs'
import type {APIRequestContext} from '@playwright/test'
import {lake} from './lake.ts'
import {expect, test} from './test.ts'

const marker = 'Zz-only-for-editors-zZ'
const secrets = [marker, 'end-to-end-read-token', 'end-to-end-revalidate-secret', 'preview-secret-zZ']
const types = ['network', 'membership', 'organization', 'person', 'source']
const release = 'rSecrecy1'
const secretId = 'sanity-preview-url-secret.share-access'
const noteId = 'review-note.secrecy'

/** Start of the crawl: paths that no page links to. */
const startPaths = [
  '/',
  '/sitemap.xml',
  '/robots.txt',
  '/api/health',
  '/api/draft-mode/enable',
  '/nothing',
  '/studio',
]

/** Adds the marker to every text field of a document, at any depth. */
function withMarker(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withMarker(each, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withMarker(each, name)]))
  }
  return typeof value === 'string' && !/^_|^(orderRank|lang|current)$/.test(key)
    ? `${marker} ${value}`
    : value
}

/** All URLs of this site in a document: links, images, scripts, feeds. Without fragments. */
function linksIn(text: string, base: string): string[] {
  const urls = text
    .replaceAll('&amp;', '&')
    .match(/(?:https?:\/\/[^\s"'<>()\\,]+|(?<=["'(\s,])\/[^\s"'<>()\\,]+)/g)
  return (urls ?? []).flatMap((each) => {
    const url = URL.parse(each, base)
    return url && ['localhost', '127.0.0.1'].includes(url.hostname) && url.port === new URL(base).port
      ? [url.pathname + url.search]
      : []
  })
}

async function crawl(request: APIRequestContext, base: string, headers: Record<string, string>) {
  const seen = new Set(startPaths)
  const leaks: string[] = []
  for (const path of seen) {
    // A separate test searches all scripts and styles on disk.
    if (path.startsWith('/_next/static/')) continue
    const answer = await request.get(path, {headers, maxRedirects: 0})
    const text = `${JSON.stringify(answer.headers())}\n${await answer.text()}`
    for (const secret of secrets) if (text.includes(secret)) leaks.push(`${secret} on ${path}`)
    const isStudio = path.startsWith('/studio')
    for (const link of isStudio ? [] : linksIn(text, base)) seen.add(link)
  }
  return {seen, leaks}
}

test.beforeAll(async () => {
  await lake.releases.create({releaseId: release, metadata: {title: marker, releaseType: 'undecided'}})
  const transaction = lake.transaction()
  for (const type of types) {
    const all = await lake.fetch<{_id: string; _type: string}[]>(
      '*[_type == $type && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]',
      {type},
    )
    expect(all.length, type).toBeGreaterThan(0)
    for (const document of all) {
      const copy = withMarker(document) as typeof document
      transaction.createOrReplace({...copy, _id: `drafts.${document._id}`})
      transaction.createOrReplace({...copy, _id: `versions.${release}.${document._id}`})
    }
    transaction.createOrReplace({
      ...(withMarker(all[0]) as (typeof all)[0]),
      _id: `drafts.never-published-${type}`,
    })
  }
  transaction.createOrReplace({
    _id: secretId,
    _type: 'sanity.previewUrlShareAccess',
    secret: 'preview-secret-zZ',
    studioUrl: 'http://localhost/studio',
  })
  transaction.createOrReplace({_id: noteId, _type: 'reviewNote', documentId: 'network-picum', text: marker})
  await transaction.commit()
  // A patch without effect revalidates every page while the drafts exist.
  await lake.patch({query: '*[_type == "network" && !(_id in path("*.**"))]'}).unset(['nothing']).commit()
})

test.afterAll(async () => {
  await lake.delete({
    query: '*[_id in path("drafts.**") || _id in path("versions.**") || _id in $ids]',
    params: {ids: [secretId, noteId]},
  })
  await lake.releases.archive({releaseId: release})
  await lake.releases.delete({releaseId: release})
})

const clients: Record<string, Record<string, string>> = {
  'a visitor': {},
  'Next’s router': {rsc: '1'},
  'a visitor with a forged preview': {
    cookie:
      '__prerender_bypass=0123456789abcdef; preview_session=eyJpZCI6IjAifQ.0123456789abcdef; sanity-preview-perspective=drafts',
    'x-prerender-revalidate': '0123456789abcdef',
  },
}

for (const [client, headers] of Object.entries(clients)) {
  test(`no path shows content for editors to ${client}`, async ({request, baseURL}) => {
    const {seen, leaks} = await crawl(request, baseURL ?? '', headers)
    expect(leaks).toEqual([])
    if (client === 'a visitor') {
      expect([...seen].filter((path) => /^\/(cs|en)(\/|$)/.test(path)).length).toBeGreaterThan(20)
    }
  })
}

test('no script or style contains a secret', () => {
  const files = readdirSync('.next/static', {recursive: true, withFileTypes: true}).filter((file) =>
    file.isFile(),
  )
  expect(files.length).toBeGreaterThan(20)
  const withSecret = files.filter(({parentPath, name}) => {
    const text = readFileSync(`${parentPath}/${name}`, 'utf8')
    return secrets.some((secret) => text.includes(secret))
  })
  expect(withSecret.map(({name}) => name)).toEqual([])
})

test('the lake shows no drafts or secrets without a token, in any perspective', async () => {
  const anonymous = lake.withConfig({token: undefined})
  for (const perspective of ['raw', 'drafts', [release], 'published'] as const) {
    const answer = await anonymous
      .fetch('*', {}, {perspective: perspective as 'raw'})
      .catch(({message}: Error) => message)
    for (const secret of secrets) expect(JSON.stringify(answer), String(perspective)).not.toContain(secret)
  }
})
