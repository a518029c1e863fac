import {globSync, readFileSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {expect, it} from 'vitest'

const {dependencies, engines} = JSON.parse(readFileSync('package.json', 'utf8'))

/** Configuration of Sanity's command line, and a step after the build. Neither is used on a server. */
const onlyInDevelopment = ['sanity.cli.ts', 'sanity/cli/standalone.ts']

/** The packages that a file imports at run time, without type imports. */
function packagesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\s+(?!type\b)(?:[\w*\s{},$]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
  )
  return [...found]
    .map(([, named, dynamic]) => named ?? dynamic ?? '')
    .filter((name) => !/^[.#/]|^node:/.test(name) && !builtinModules.includes(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
}

it('every package that the server, the Studio and the commands import is a dependency, and so is Node', () => {
  const files = globSync(['{app,components,lib,sanity}/**/*.{ts,tsx}', '*.{ts,js}']).filter(
    (file) =>
      !file.startsWith('sanity/lake/') &&
      !onlyInDevelopment.includes(file) &&
      !/config\.ts$|\/bench\//.test(file),
  )
  expect(files.length).toBeGreaterThan(200)
  const missing = files.flatMap((file) =>
    packagesOf(file)
      .filter((name) => !(name in dependencies))
      .map((name) => `${file}: ${name}`),
  )
  expect(missing).toEqual([])
  expect(dependencies).toHaveProperty('node')
})

it('the packaged Node is new enough for every dependency, and the machine’s Node only needs to run npm', () => {
  const [major = 0, minor = 0] = dependencies.node.split('.').map(Number)
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, {dev?: boolean; engines?: {node?: string}}>
  }
  const tooNew = Object.entries(packages).filter(([name, {dev, engines: required}]) => {
    const least = /^>=\s*v?(\d+)(?:\.(\d+))?[\d.]*$/.exec(required?.node ?? '')
    return (
      name &&
      !dev &&
      least &&
      (Number(least[1]) > major || (Number(least[1]) === major && Number(least[2] ?? 0) > minor))
    )
  })
  expect(tooNew).toEqual([])
  expect(engines).toEqual({node: '>=20.19'})
})
