/**
 * `npm run audit`: checks every page of the sitemap against fixed limits. Prints a table, writes
 * test-results/audit.json, and exits with 1 if a limit is missed. Serves the existing build (PORT, LAKE_PORT,
 * LAKE_DIR) or audits a running site.
 *
 *   npm run audit -- [--url http://localhost:3000] [--runs 5] [--only en/our-membership]
 *
 * `--runs 0` skips Lighthouse. Run it on an idle machine: Lighthouse measures time.
 */
import {existsSync} from 'node:fs'
import {mkdir, writeFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'
import {chromium} from '@playwright/test'
import {axeProblems} from './axe.ts'
import {htmlProblems} from './html.ts'
import {startLighthouse} from './lighthouse.ts'
import {deadLinks} from './links.ts'
import {getPage, gzipSize, readHtml, sitemapPaths} from './pages.ts'
import {startSite} from './server.ts'
import {structuredDataProblems} from './structured-data.ts'

const {values} = parseArgs({
  options: {url: {type: 'string'}, runs: {type: 'string', default: '5'}, only: {type: 'string', default: ''}},
})
const runs = Number(values.runs)
const chromePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
if (!existsSync(chromePath)) throw new Error(`No browser at ${chromePath}: set CHROME_PATH.`)

/** The limits of each figure. */
const maximum = {
  axeLight: 0,
  axeDark: 0,
  html: 0,
  links: 0,
  data: 0,
  htmlGzip: 14_000,
  cssGzip: 10_000,
  script: 0,
  cls: 0,
}
const minimum = {performance: 98, accessibility: 100, 'best-practices': 100, seo: 100}

const site = values.url ? undefined : await startSite()
const origin = new URL(values.url ?? site?.origin ?? '').origin
const browser = await chromium.launch({executablePath: chromePath, args: ['--no-sandbox']})
const lighthouse = runs > 0 ? await startLighthouse(chromePath) : undefined

try {
  const paths = (await sitemapPaths(origin)).filter((path) => path.includes(values.only))
  const pages = await Promise.all(paths.map((path) => getPage(origin, path)))
  const dead = await deadLinks(pages, origin)
  const data = await structuredDataProblems(pages)
  const rows: Record<string, Record<string, number | string>> = {}
  const findings: Record<string, string[]> = {}
  const misses: string[] = []
  for (const page of pages) {
    const {path, html, status} = page
    // Progress: the table is printed minutes later, at the end.
    console.error(`${pages.indexOf(page) + 1}/${pages.length} ${path}`)
    const {styles, scripts} = readHtml(html)
    const css = await Promise.all(styles.map(async (href) => gzipSize((await getPage(origin, href)).html)))
    const problems = {
      axeLight: await axeProblems(browser, origin + path, 'light'),
      axeDark: await axeProblems(browser, origin + path, 'dark'),
      html: await htmlProblems(page),
      links: dead.get(path) ?? [],
      data: data.get(path) ?? [],
    }
    const measured = await lighthouse?.measure(origin + path, runs)
    const figures: Record<string, number> = {
      ...Object.fromEntries(Object.entries(problems).map(([name, list]) => [name, list.length])),
      htmlGzip: gzipSize(html),
      cssGzip: css.reduce((sum, size) => sum + size, 0),
      script: scripts.join('').length,
      ...measured?.scores,
    }
    const missed = [
      ...Object.entries(maximum).filter(([name, limit]) => (figures[name] ?? 0) > limit),
      ...Object.entries(minimum).filter(([name, limit]) => (figures[name] ?? 100) < limit),
    ].map(([name]) => `${path}: ${name} is ${figures[name]}`)
    misses.push(...missed, ...(status === 200 ? [] : [`${path} answers ${status}`]))
    rows[path] = figures
    findings[path] = [...Object.values(problems).flat(), ...(measured?.problems ?? [])]
  }
  console.table(rows)
  for (const [path, list] of Object.entries(findings))
    for (const finding of list) console.log(`${path}: ${finding}`)
  await mkdir('test-results', {recursive: true})
  await writeFile('test-results/audit.json', JSON.stringify({origin, runs, rows, findings, misses}, null, 2))
  console.log(
    misses.length > 0 ? `\nMissed:\n${misses.join('\n')}` : '\nAll figures are within their limits.',
  )
  if (misses.length > 0) process.exitCode = 1
} finally {
  lighthouse?.close()
  await browser.close()
  await site?.stop()
}
