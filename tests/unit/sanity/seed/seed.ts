import {readdirSync, readFileSync} from 'node:fs'
import {evaluate, parse} from 'groq-js'

export type SeedDocument = {_id: string; _type: string} & Record<string, unknown>

const folder = new URL('../../../../sanity/seed/', import.meta.url)

export const seed: SeedDocument[] = readdirSync(folder)
  .filter((file) => file.endsWith('.ndjson'))
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line))

/** The source text of the Czech networks page, verbatim. */
export const sourceText = readFileSync(new URL('czech-networks.txt', import.meta.url), 'utf8')

/** Evaluates a GROQ query over these documents. */
export async function runGroq(query: string, params: Record<string, unknown> = {}, dataset = seed) {
  return (await evaluate(parse(query, {params}), {dataset, params})).get()
}

type Correction = {from: string; to: string}

/** Applies corrections in order, each to its first match. @throws Error when a correction has no match. */
export function applyCorrections(text: string, corrections: Correction[]): string {
  return corrections.reduce((corrected, {from, to}) => {
    if (!corrected.includes(from)) throw new Error(`Nothing to correct: "${from}"`)
    return corrected.replace(from, () => to)
  }, text)
}

type Block = {children: {text: string}[]}

export const plainText = (blocks: Block[]) =>
  blocks.map(({children}) => children.map(({text}) => text).join('')).join('\n\n')

/** Visits every object inside a value, with the array that contains it (empty for a field). */
export function walk(
  value: unknown,
  visit: (object: Record<string, unknown>, siblings: unknown[]) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      if (item && typeof item === 'object') visit(item, value)
      for (const inner of Object.values(item ?? {})) walk(inner, visit)
    }
  } else if (value && typeof value === 'object') {
    visit(value as Record<string, unknown>, [])
    for (const inner of Object.values(value)) walk(inner, visit)
  }
}
