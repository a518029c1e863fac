/**
 * Runs after `next build`. The build does not use cache-handler.ts, so this does the same to its pages: it
 * removes scripts, and adds the entry timestamp and the checksum.
 *
 * It also gives visitors our error page. Next 16.3.5 writes a `500.html` of its own. In a project without a
 * `pages` folder it can't find that file, because the Pages Router's `_app` and `_document` are missing:
 * visitors would get only the words "Internal Server Error". So the manifest gets the two that Next ships,
 * and the file gets the content of our page.
 *
 * Cost: check it at each upgrade of Next; tests/e2e/outage.spec.ts and visitors.spec.ts do.
 */
import {existsSync, globSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {defaultLocale} from '../../i18n/locales.ts'
import {withChecksum} from './checksum.ts'
import {headersWithTimestamp} from './entry-timestamp.ts'
import {stripScripts} from './strip-scripts.ts'

/**
 * The build reads content before it writes the first page. A timestamp that is too early is safe: the page is
 * stale sooner.
 */
const MARGIN_MS = 60_000

const server = join('.next', 'server')
const app = join(server, 'app')
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

const entries = globSync('**/*.meta', {cwd: app}).map((file) => join(app, file))
const timestamp = Math.floor(Math.min(...entries.map((file) => statSync(file).mtimeMs))) - MARGIN_MS
for (const file of globSync('**/*.html', {cwd: app})) {
  const page = join(app, file)
  writeFileSync(page, stripScripts(readFileSync(page, 'utf8')))
}
for (const file of entries) {
  const meta = readJson(file)
  const value = {
    ...readParts(file, meta.segmentPaths),
    headers: headersWithTimestamp(meta.headers, timestamp, 'build'),
  }
  writeFileSync(file, JSON.stringify({...meta, headers: withChecksum(value).headers}))
}

/** Reads the parts of an entry as Next's cache does. */
function readParts(meta: string, segmentPaths: string[] | undefined) {
  const read = (ending: string) => readFileSync(meta.replace(/\.meta$/, ending))
  if (existsSync(meta.replace(/\.meta$/, '.body'))) return {kind: 'APP_ROUTE', body: read('.body')}
  const segmentData = new Map(segmentPaths?.map((path) => [path, read(`.segments${path}.segment.rsc`)]))
  return {kind: 'APP_PAGE', html: read('.html').toString(), rscData: read('.rsc'), segmentData}
}

const manifestFile = join(server, 'pages-manifest.json')
const manifest: Record<string, string> = readJson(manifestFile)
const errorPage = manifest['/500']
if (!errorPage) throw new Error(`The build has no error page: ${manifestFile} has no entry /500.`)

/** Relative to the manifest, so that the build can be moved together with its node_modules. */
const nextPage = (name: string) =>
  relative(server, fileURLToPath(import.meta.resolve(`next/dist/pages/${name}.js`)))
const completed = {'/_app': nextPage('_app'), '/_document': nextPage('_document'), ...manifest}
writeFileSync(manifestFile, JSON.stringify(completed, null, 2))
writeFileSync(join(server, errorPage), readFileSync(join(app, defaultLocale, '500.html')))
