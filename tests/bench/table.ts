import {mkdirSync, writeFileSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'
import {join} from 'node:path'

export const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const percentile = (values: number[], share: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const round = (value: number, digits = 0) => Number(value.toFixed(digits))

/** Prints the figures as a table, and writes them with facts about the machine to test-results/bench. */
export function report(name: string, rows: Record<string, Record<string, number | string>>) {
  console.table(rows)
  const folder = 'test-results/bench'
  mkdirSync(folder, {recursive: true})
  const machine = {cores: cpus().length, memoryGb: round(totalmem() / 2 ** 30), node: process.version}
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({measured: new Date().toISOString(), machine, rows}, null, 2),
  )
}
