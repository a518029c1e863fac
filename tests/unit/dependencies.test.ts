import {globSync, readFileSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {expect, it} from 'vitest'

const {dependencies, engines} = JSON.parse(readFileSync('package.json', 'utf8'))

/** `npm run sanity` is for who develops: Sanity's command line is not on a server. */
const onlyInDevelopment = ['sanity/lake/cli.ts', 'sanity.cli.ts']

/** The packages that a file needs when it runs; types are gone by then. */
function packagesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const statement = /^(?:import|export)\s+(?!type\b)(?:[\w*{},\s$]+\sfrom\s+)?['"]([^'"]+)['"]/gm
  const found = [...text.matchAll(statement), ...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g)]
  return found
    .map(([, name = '']) => name)
    .filter((name) => !/^[.#/]|^node:/.test(name) && !builtinModules.includes(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
}

it('what the server, the Studio and the operator’s commands import is a dependency, as is the Node they run on', () => {
  const files = globSync(['{app,components,lib,sanity}/**/*.{ts,tsx}', '*.{ts,js}']).filter(
    (file) => !onlyInDevelopment.includes(file) && !/config\.ts$|\/bench\//.test(file),
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

it('the packaged Node is new enough for every dependency, and the machine’s own has to run npm alone', () => {
  const [major = 0, minor = 0] = dependencies.node.split('.').map(Number)
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, {dev?: boolean; engines?: {node?: string}}>
  }
  const tooNew = Object.entries(packages).filter(([name, {dev, engines: wanted}]) => {
    const least = /^>=\s*v?(\d+)(?:\.(\d+))?[\d.]*$/.exec(wanted?.node ?? '')
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
