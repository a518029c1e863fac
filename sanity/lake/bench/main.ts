import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {writeDocuments} from './documents.ts'
import {type Figures, measure, rows} from './measure.ts'

/**
 * Measures the lake at several sizes: `node sanity/lake/bench/main.ts [--json file] [100 1000 10000 100000]`.
 * Each size has its own process and folder. Figures are medians. This is not a test: a busy machine is
 * slower.
 */
const {values, positionals} = parseArgs({options: {json: {type: 'string'}}, allowPositionals: true})
const sizes = (positionals.length > 0 ? positionals : ['100', '1000', '10000', '100000']).map(Number)

const results: Record<number, Figures> = {}
for (const size of sizes) {
  const dir = mkdtempSync(join(tmpdir(), 'lake-bench-'))
  try {
    console.error(`${size.toLocaleString('en')} documents …`)
    results[size] = await measure(dir, await writeDocuments(dir, size), size)
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
}

const table = [
  ['', ...sizes.map((size) => size.toLocaleString('en')), 'target at 10,000'],
  ...rows.map(({name, key, target}) => [name, ...sizes.map((size) => String(results[size]?.[key])), target]),
]
const widths = (table[0] ?? []).map((_, column) =>
  Math.max(...table.map((row) => (row[column] ?? '').length)),
)
for (const row of table)
  console.log(
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
