import {readdirSync, readFileSync} from 'node:fs'
import {evaluate, parse} from 'groq-js'

export type SeedDocument = {_id: string; _type: string} & Record<string, unknown>

const folder = new URL('../../../../sanity/seed/', import.meta.url)

export const seed: SeedDocument[] = readdirSync(folder)
  .filter((file) => file.endsWith('.ndjson'))
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line))

/** The text the site exists for, verbatim. */
export const originalText = readFileSync(new URL('czech-networks.txt', import.meta.url), 'utf8')

/** What a GROQ query answers over these documents. */
export async function ask(query: string, params: Record<string, unknown> = {}, dataset = seed) {
  return (await evaluate(parse(query, {params}), {dataset, params})).get()
}

type Correction = {from: string; to: string}

/** The corrections, applied in order, each to the first place where it fits; one that fits nowhere throws. */
export function applyCorrections(text: string, corrections: Correction[]): string {
  return corrections.reduce((corrected, {from, to}) => {
    if (!corrected.includes(from)) throw new Error(`Nothing to correct: "${from}"`)
    return corrected.replace(from, () => to)
  }, text)
}

type Block = {children: {text: string}[]}

export const plainText = (blocks: Block[]) =>
  blocks.map(({children}) => children.map(({text}) => text).join('')).join('\n\n')

/** Everything with a `_key` or a `_ref` inside a document, with the array or object that holds it. */
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
