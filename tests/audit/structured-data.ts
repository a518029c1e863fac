import {execFile} from 'node:child_process'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {type Page, readHtml} from './pages.ts'

const run = promisify(execFile)
const folder = 'test-results/structured-data'

/**
 * Problems of JSON-LD by page. Writes each block as a value of the type `Graph` of schema-dts, which is
 * generated from schema.org's vocabulary. The TypeScript compiler then checks types, properties and values.
 * All pages are checked in one run, because loading the vocabulary takes most of the time. A page without a
 * block is a problem too.
 */
export async function structuredDataProblems(pages: Page[]): Promise<Map<string, string[]>> {
  const problems = new Map<string, string[]>(pages.map(({path}) => [path, []]))
  const pathOfLine = new Map<number, string>()
  const lines = [`import type {Graph} from 'schema-dts'`]
  for (const {path, html} of pages) {
    const {jsonLd} = readHtml(html)
    if (jsonLd.length === 0) problems.get(path)?.push('no JSON-LD')
    for (const block of jsonLd) {
      lines.push(`export const block${lines.length}: Graph = ${JSON.stringify(JSON.parse(block))}`)
      pathOfLine.set(lines.length, path)
    }
  }
  await mkdir(folder, {recursive: true})
  const file = join(folder, 'blocks.ts')
  await writeFile(file, lines.join('\n'))
  const flags = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'esnext',
    '--pretty',
    'false',
    '--types',
    '',
  ]
  const output = await run('node_modules/.bin/tsc', [...flags, file]).then(
    () => '',
    (error: {stdout?: string}) => error.stdout || String(error),
  )
  // The project's own type check would read it, and a test puts errors into it on purpose.
  await rm(folder, {recursive: true})
  const errors = output.split('\n').filter((line) => /error TS/.test(line))
  if (output && errors.length === 0)
    throw new Error(`The compiler did not check the structured data: ${output}`)
  for (const line of errors) {
    const path = pathOfLine.get(Number(/\((\d+),/.exec(line)?.[1]))
    problems.get(path ?? pages[0]?.path ?? '')?.push(line.replace(/^.*?error /, '').slice(0, 300))
  }
  return problems
}
