/**
 * Rewrites package.json while `npm pack` runs. In the repository the manifest names the TypeScript sources,
 * which Node 24 runs directly. The published one must name JavaScript, and npm has no field for that. If `npm
 * pack` is killed, run `npm run postpack` to restore the manifest.
 */
import {copyFileSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const manifest = fileURLToPath(new URL('../package.json', import.meta.url))
const backup = `${manifest}.kept`

const published = (file: string) => file.replace(/^\.\/src\/(.*)\.ts$/, './dist/$1.js')

const toPublished = (value: unknown): unknown => {
  if (typeof value === 'string') return published(value)
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toPublished(part)]))
}

if (process.argv[2] === 'restore') {
  renameSync(backup, manifest)
} else {
  copyFileSync(manifest, backup)
  const {
    bin,
    exports,
    scripts: _scripts,
    devDependencies: _devDependencies,
    ...rest
  } = JSON.parse(readFileSync(manifest, 'utf8'))
  writeFileSync(
    manifest,
    `${JSON.stringify({...rest, bin: toPublished(bin), exports: toPublished(exports)}, null, 2)}\n`,
  )
}
