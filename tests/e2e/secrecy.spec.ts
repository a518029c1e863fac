import {readdirSync, readFileSync} from 'node:fs'
import type {APIRequestContext} from '@playwright/test'
import {lake} from './lake.ts'
import {expect, test} from './test.ts'

const marker = 'Zz-only-for-editors-zZ'
const secrets = [marker, 'end-to-end-read-token', 'end-to-end-revalidate-secret', 'preview-secret-zZ']
const types = ['network', 'membership', 'organization', 'person', 'source']
const release = 'rSecrecy1'
const secretId = 'sanity-preview-url-secret.share-access'

/** What no page links to. All else is found by following what is found. */
const starts = [
  '/',
  '/sitemap.xml',
  '/robots.txt',
  '/api/health',
  '/api/draft-mode/enable',
  '/nothing',
  '/studio',
]

/** The document with the marker in every text that a person wrote, down to the last nested one. */
function marked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => marked(each, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each, name)]))
  }
  return typeof value === 'string' && !/^_|^(orderRank|lang|current)$/.test(key)
    ? `${marker} ${value}`
    : value
}

/** Links, images, scripts, feeds and whatever else a document names on this site; no fragments. */
function linksIn(text: string, base: string): string[] {
  const named = text
    .replaceAll('&amp;', '&')
    .match(/(?:https?:\/\/[^\s"'<>()\\,]+|(?<=["'(\s,])\/[^\s"'<>()\\,]+)/g)
  return (named ?? []).flatMap((each) => {
    const url = URL.parse(each, base)
    return url && ['localhost', '127.0.0.1'].includes(url.hostname) && url.port === new URL(base).port
      ? [url.pathname + url.search]
      : []
  })
}

async function crawl(request: APIRequestContext, base: string, headers: Record<string, string>) {
  const seen = new Set(starts)
  const leaks: string[] = []
  for (const path of seen) {
    // Scripts and styles are looked through on disk, all of them.
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
      const copy = marked(document) as typeof document
      transaction.createOrReplace({...copy, _id: `drafts.${document._id}`})
      transaction.createOrReplace({...copy, _id: `versions.${release}.${document._id}`})
    }
    transaction.createOrReplace({
      ...(marked(all[0]) as (typeof all)[0]),
      _id: `drafts.never-published-${type}`,
    })
  }
  transaction.createOrReplace({
    _id: secretId,
    _type: 'sanity.previewUrlShareAccess',
    secret: 'preview-secret-zZ',
    studioUrl: 'http://localhost/studio',
  })
  await transaction.commit()
  // A change that changes nothing: every page is made anew while the drafts are there.
  await lake.patch({query: '*[_type == "network" && !(_id in path("*.**"))]'}).unset(['nothing']).commit()
})

test.afterAll(async () => {
  await lake.delete({
    query: `*[_id in path("drafts.**") || _id in path("versions.**") || _id == "${secretId}"]`,
  })
  await lake.releases.archive({releaseId: release})
  await lake.releases.delete({releaseId: release})
})

const askers: Record<string, Record<string, string>> = {
  'a visitor': {},
  'the router': {rsc: '1'},
  'someone who makes up a preview': {
    cookie:
      '__prerender_bypass=0123456789abcdef; preview_session=eyJpZCI6IjAifQ.0123456789abcdef; sanity-preview-perspective=drafts',
    'x-prerender-revalidate': '0123456789abcdef',
  },
}

for (const [who, headers] of Object.entries(askers)) {
  test(`no address tells ${who} what only editors may read`, async ({request, baseURL}) => {
    const {seen, leaks} = await crawl(request, baseURL ?? '', headers)
    expect(leaks).toEqual([])
    if (who === 'a visitor') {
      expect([...seen].filter((path) => /^\/(cs|en)(\/|$)/.test(path)).length).toBeGreaterThan(20)
    }
  })
}

test('no script or style that is served holds a secret', () => {
  const files = readdirSync('.next/static', {recursive: true, withFileTypes: true}).filter((file) =>
    file.isFile(),
  )
  expect(files.length).toBeGreaterThan(20)
  const holding = files.filter(({parentPath, name}) => {
    const text = readFileSync(`${parentPath}/${name}`, 'utf8')
    return secrets.some((secret) => text.includes(secret))
  })
  expect(holding.map(({name}) => name)).toEqual([])
})

test('the lake itself tells nobody without a token, whatever perspective they ask for', async () => {
  const anyone = lake.withConfig({token: undefined})
  for (const perspective of ['raw', 'drafts', [release], 'published'] as const) {
    const answer = await anyone
      .fetch('*', {}, {perspective: perspective as 'raw'})
      .catch(({message}: Error) => message)
    for (const secret of secrets) expect(JSON.stringify(answer), String(perspective)).not.toContain(secret)
  }
})
