/**
 * Runs after `next build` and gives visitors an error page. Next 16.3.5 makes a `500.html` of its own words and then
 * can't find it in a project without a `pages` folder, for want of the Pages Router's `_app` and `_document`: visitors
 * would read "Internal Server Error" and nothing else. Here Next's own two are named, and the page becomes ours.
 *
 * What it costs: it must be checked at each upgrade of Next; tests/e2e/outage.spec.ts does.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {defaultLocale} from '../locales.ts'
import {stripScripts} from './strip-scripts.ts'

const server = join('.next', 'server')
const manifestFile = join(server, 'pages-manifest.json')
const manifest: Record<string, string> = JSON.parse(readFileSync(manifestFile, 'utf8'))
const errorPage = manifest['/500']
if (!errorPage) throw new Error(`The build has made no error page: ${manifestFile} names no /500.`)

/** From the manifest's folder, so that the build may be moved together with its node_modules. */
const nextOwn = (name: string) =>
  relative(server, fileURLToPath(import.meta.resolve(`next/dist/pages/${name}.js`)))
const completed = {'/_app': nextOwn('_app'), '/_document': nextOwn('_document'), ...manifest}
writeFileSync(manifestFile, JSON.stringify(completed, null, 2))

const ours = readFileSync(join(server, 'app', defaultLocale, '500.html'), 'utf8')
writeFileSync(join(server, errorPage), stripScripts(ours))
