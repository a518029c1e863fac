import {execFileSync} from 'node:child_process'
import {existsSync, globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'

const tracked = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '-z', ...patterns], {encoding: 'utf8'})
    .split('\0')
    .filter((file) => file !== '' && existsSync(file))

const pages = tracked('*.md')
const textOf = (file: string) => readFileSync(file, 'utf8')

/** `file: problem` for everything that `problemsIn` finds, so that a failure lists all of it. */
const report = (files: string[], problemsIn: (file: string) => string[]) =>
  files.flatMap((file) => problemsIn(file).map((problem) => `${file}: ${problem}`))

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-')

const anchorsIn = (file: string) =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

function isBroken(file: string, target: string): boolean {
  const [path = '', anchor] = decodeURI(target).split('#')
  const linked = path === '' ? file : join(dirname(file), path)
  if (!existsSync(linked)) return true
  return anchor !== undefined && linked.endsWith('.md') && !anchorsIn(linked).includes(anchor)
}

test('every relative link leads to a file and a heading that exist', () => {
  const broken = report(pages, (file) => {
    const text = withoutCode(textOf(file))
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)].map(
      ([, inline, reference]) => inline ?? reference ?? '',
    )
    return targets.filter((target) => !/^[a-z]+:/.test(target) && isBroken(file, target))
  })
  expect(broken).toEqual([])
})

const scriptsOf = (manifest: string) => Object.keys(JSON.parse(textOf(manifest)).scripts)
const siteScripts = scriptsOf('package.json')
const lakeScripts = scriptsOf('sanity/lake/package.json')

test('every npm script that the documentation mentions exists', () => {
  const missing = report(tracked('*.md', '.env.example', '.ci/run', '.github/**', 'docs/**/*.ts'), (file) =>
    [...textOf(file).matchAll(/npm run ([a-z][a-z0-9:-]*)([^\n`#|]*)/g)]
      .filter(([, script = '', rest = '']) => {
        // The lake's own pages are about its own scripts.
        const isLakeScript = /-w embedded-content-lake\b/.test(rest) || file.startsWith('sanity/lake/')
        return !(isLakeScript ? lakeScripts : siteScripts).includes(script)
      })
      .map(([command]) => command),
  )
  expect(missing).toEqual([])
})

const folders = ['.ci', '.github', 'app', 'components', 'docs', 'lib', 'sanity', 'tests']
/** Not paths of ours, although they look like one. `campaign` is the example of adding-a-document-type.md. */
const notOurs = /^sanity\/migrate$|\/campaign/

/** Paths in backticks that start with a folder of the project. */
const pathsIn = (file: string) =>
  [...textOf(file).matchAll(/`([^`\s]+\/[^`\s]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => folders.includes(path.split('/')[0] ?? '') && !notOurs.test(path))

/** `<type>` and `…` in a path match any name. */
function exists(path: string): boolean {
  if (existsSync(path)) return true
  const pattern = path
    .replace(/<[^>]*>/g, '*')
    .replace(/…+$/, '')
    .replaceAll('…', '*')
    // Next names folders with brackets, which have another meaning in a pattern.
    .replace(/[[\]()]/g, '?')
  return globSync(pattern).length > 0
}

test('every path of the project that the documentation mentions exists', () => {
  expect(report(pages, (file) => pathsIn(file).filter((path) => !exists(path)))).toEqual([])
})

test('every word is in the glossary once, with a link for each standard it comes from', () => {
  const text = textOf('docs/glossary.md')
  const defined = [...text.matchAll(/^\[([^\]]+)\]: https:/gm)].map(([, name = '']) => name)
  const [entries = ''] = text.split('## Words we do not use')
  const rows = [...entries.matchAll(/^\| (.+) \| .+ \| (.+) \|$/gm)].filter(([, word]) => word !== 'word')
  const words = rows.flatMap(([, word = '']) => word.split(', '))
  expect(words.filter((word, at) => words.indexOf(word) !== at && word !== '---')).toEqual([])
  const linked = rows.flatMap(([, , from = '']) =>
    [...from.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name),
  )
  expect([...new Set(linked)].sort()).toEqual(defined.sort())
})
