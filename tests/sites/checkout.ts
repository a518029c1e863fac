import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative, resolve} from 'node:path'

const root = resolve(import.meta.dirname, '../..')

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})
export const removeAtExit = (folder: string) => folders.push(folder)

/** Copies node_modules, as hard links if the disk is the same. That takes a second. */
export function copyPackages(folder: string) {
  const packages = [join(root, 'node_modules'), join(folder, 'node_modules')]
  if (spawnSync('cp', ['-al', ...packages]).status !== 0) execFileSync('cp', ['-a', ...packages])
}

/**
 * Copies the project to a temporary folder: all files with their local changes, and by default the installed
 * packages and the build. Servers in separate checkouts have separate pages. The folder is deleted when this
 * process exits.
 */
export function checkout(name: string, {withBuild = true, withPackages = true} = {}): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  removeAtExit(folder)
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {cwd: root})
  for (const file of tracked.toString().split('\0').filter(Boolean)) {
    if (!existsSync(join(root, file))) continue
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    cpSync(join(root, file), join(folder, file))
  }
  if (withPackages) copyPackages(folder)
  if (withBuild) {
    cpSync(join(root, '.next'), join(folder, '.next'), {
      recursive: true,
      // The second has the pages that a server of this build has rendered since.
      filter: (source) => !['.next/cache', '.next/server/route-cache'].includes(relative(root, source)),
    })
  }
  return folder
}
