/**
 * What is published names plain JavaScript; in the repository the same manifest names the sources, which Node 24 runs
 * as they are. npm has no field for that, so `npm pack` rewrites the manifest for the time of the packing. When a
 * packing is killed, `npm run postpack` puts the manifest back.
 */
import {copyFileSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const manifest = fileURLToPath(new URL('../package.json', import.meta.url))
const kept = `${manifest}.kept`

const published = (file: string) => file.replace(/^\.\/src\/(.*)\.ts$/, './dist/$1.js')

const toPublished = (value: unknown): unknown => {
  if (typeof value === 'string') return published(value)
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toPublished(part)]))
}

if (process.argv[2] === 'restore') {
  renameSync(kept, manifest)
} else {
  copyFileSync(manifest, kept)
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
