/**
 * `npm run build:standalone`: copies the build and the files that it needs to `.next/standalone`, about a sixth of an
 * installation with packages. The folder runs without npm: `docs/deploy/own-server.md`.
 *
 * Next's own `output: 'standalone'` can't do this: it follows Next's server, but not server.ts, the lake and the
 * commands (docs/decisions/074).
 */
import {chmodSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {stripTypeScriptTypes} from 'node:module'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {nodeFileTrace} from '@vercel/nft'

const root = resolve(import.meta.dirname, '../..')
const target = join(root, '.next/standalone')

/** Programs that an operator starts. */
const entries = [
  'server.ts',
  'sanity/cli/start.ts',
  'sanity/cli/main.ts',
  // Loaded by Next.
  'next.config.js',
  'lib/server/cache/cache-handler.ts',
]

/** Read at run time, by paths that no trace can follow. */
const alsoNeeded = [
  'docs/guide',
  'sanity/seed',
  // Next looks these up when it reads next.config.js, and fails without them. 3 MB.
  'node_modules/next/dist/compiled/webpack',
  'node_modules/next/dist/compiled/@babel/runtime/package.json',
]

/** Parts of Next that only a build or `next dev` loads. */
const ignore = [
  '**/*.{d.ts,map}',
  '**/next/dist/{build/{webpack,babel,analysis},server/dev,lib/upgrade,pages}/**/*',
  '**/next/dist/compiled/{babel,babel-packages,@vercel/nft,next-devtools}/**/*',
  '**/next/dist/compiled/**/*.development.js',
  '**/@next/swc-*/**/*',
]

const isTypeScript = (file: string) => /\.tsx?$/.test(file)

/** The files that the entries import, with all packages. Paths are relative to the project. */
async function tracedFiles() {
  const lake = relative(root, fileURLToPath(import.meta.resolve('embedded-content-lake/main')))
  const worker = join(dirname(lake), 'query/worker.ts')
  const {fileList, warnings} = await nodeFileTrace(
    [...entries, lake, worker].map((file) => join(root, file)),
    {
      base: root,
      processCwd: root,
      ts: true,
      mixedModules: true,
      ignore,
      conditions: ['node', 'import', 'default'],
      readFile: async (file) => {
        try {
          const text = await readFile(file)
          return isTypeScript(file) ? stripTypeScriptTypes(text.toString()) : text
        } catch {
          return null
        }
      },
    },
  )
  for (const {message} of warnings) if (/Failed to parse \S+\.ts /.test(message)) throw new Error(message)
  return [...fileList]
}

/** What Next found for its pages and routes: packages and the build's own files. The project's source is in the build. */
function filesOfBuild() {
  const traces = globSync('.next/**/*.nft.json', {cwd: root, exclude: ['.next/{cache,standalone}/**']})
  return traces.flatMap((trace) => {
    const {files} = JSON.parse(readFileSync(join(root, trace), 'utf8')) as {files: string[]}
    return files
      .map((file) => relative(root, resolve(root, dirname(trace), file)))
      .filter((file) => file.startsWith('node_modules/'))
  })
}

const notServed =
  /^\.next\/(cache|standalone|types|diagnostics|dev|trace|server\/route-cache)|\.(nft\.json|map)$/

function copy(file: string) {
  const to = join(target, file)
  mkdirSync(dirname(to), {recursive: true})
  // Links stay links: Node runs TypeScript outside node_modules only, and npm links the lake into it.
  cpSync(join(root, file), to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !notServed.test(relative(root, from)),
  })
}

if (!existsSync(join(root, '.next/BUILD_ID'))) throw new Error('There is no build: run npm run build first.')
rmSync(target, {recursive: true, force: true})
const files = new Set([...(await tracedFiles()), ...filesOfBuild(), ...alsoNeeded, 'package.json'])
for (const file of files) if (existsSync(join(root, file))) copy(file)
for (const file of globSync('.next/*', {cwd: root})) if (!notServed.test(file)) copy(file)
// Where Next stores rendered pages: the only folder that a server writes to.
mkdirSync(join(target, '.next/server/route-cache'))
// The Node that the tests ran on, so that the machine needs none.
cpSync(process.execPath, join(target, 'bin/node'))
chmodSync(join(target, 'bin/node'), 0o755)
console.log(`${relative(process.cwd(), target)}: ${files.size} files and the build`)
