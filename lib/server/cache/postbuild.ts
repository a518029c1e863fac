/**
 * Runs after `next build` and does to its pages what cache-handler.ts does to those that are made later, which the build
 * does not go through: takes their scripts out, says when they were made, and seals them.
 *
 * And it gives visitors an error page. Next 16.3.5 makes a `500.html` of its own words and then can't find it in a project
 * without a `pages` folder, for want of the Pages Router's `_app` and `_document`: visitors would read "Internal Server
 * Error" and nothing else. Here Next's own two are named, and the page becomes ours.
 *
 * What it costs: it must be checked at each upgrade of Next; tests/e2e/outage.spec.ts and visitors.spec.ts do.
 */
import {existsSync, globSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {defaultLocale} from '../../i18n/locales.ts'
import {headersWithTimestamp} from './entry-timestamp.ts'
import {sealed} from './seal.ts'
import {stripScripts} from './strip-scripts.ts'

/** Content is read before the first page is written. Earlier than that is safe: a page then counts as older. */
const MARGIN_MS = 60_000

const server = join('.next', 'server')
const app = join(server, 'app')
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

const entries = globSync('**/*.meta', {cwd: app}).map((file) => join(app, file))
const madeAt = Math.floor(Math.min(...entries.map((file) => statSync(file).mtimeMs))) - MARGIN_MS
for (const file of globSync('**/*.html', {cwd: app})) {
  const page = join(app, file)
  writeFileSync(page, stripScripts(readFileSync(page, 'utf8')))
}
for (const file of entries) {
  const meta = readJson(file)
  const value = {
    ...partsBeside(file, meta.segmentPaths),
    headers: headersWithTimestamp(meta.headers, madeAt, 'build'),
  }
  writeFileSync(file, JSON.stringify({...meta, headers: sealed(value).headers}))
}

/** As Next's cache puts them together when it reads them. */
function partsBeside(meta: string, segmentPaths: string[] | undefined) {
  const read = (ending: string) => readFileSync(meta.replace(/\.meta$/, ending))
  if (existsSync(meta.replace(/\.meta$/, '.body'))) return {kind: 'APP_ROUTE', body: read('.body')}
  const segmentData = new Map(segmentPaths?.map((path) => [path, read(`.segments${path}.segment.rsc`)]))
  return {kind: 'APP_PAGE', html: read('.html').toString(), rscData: read('.rsc'), segmentData}
}

const manifestFile = join(server, 'pages-manifest.json')
const manifest: Record<string, string> = readJson(manifestFile)
const errorPage = manifest['/500']
if (!errorPage) throw new Error(`The build has made no error page: ${manifestFile} names no /500.`)

/** From the manifest's folder, so that the build may be moved together with its node_modules. */
const nextOwn = (name: string) =>
  relative(server, fileURLToPath(import.meta.resolve(`next/dist/pages/${name}.js`)))
const completed = {'/_app': nextOwn('_app'), '/_document': nextOwn('_document'), ...manifest}
writeFileSync(manifestFile, JSON.stringify(completed, null, 2))
writeFileSync(join(server, errorPage), readFileSync(join(app, defaultLocale, '500.html')))
