import {isRecord} from '../../document.ts'
import type {Locate, Source} from './locate.ts'
import {type Part, type Step, stepOf} from './step.ts'

/** A part of a result: a value (with its source, if known), or an object or array that the query made. */
export type Traced =
  | {kind: 'value'; value: unknown; source?: Source}
  | {kind: 'object'; entries: Map<string, Traced>}
  | {kind: 'array'; items: Traced[]}

const nothing: Traced = {kind: 'value', value: null}

/** Follows the steps that `trace.ts` put into the result of a query. */
export function resolve(value: unknown, locate: Locate): Traced {
  if (typeof value !== 'object' || value === null) return {kind: 'value', value}
  const step = stepOf(value)
  if (step) return resolveStep(step, locate)
  const source = locate(value)
  if (source) return {kind: 'value', value, source}
  if (Array.isArray(value)) return {kind: 'array', items: value.map((item) => resolve(item, locate))}
  return {
    kind: 'object',
    entries: new Map(Object.entries(value).map(([name, item]) => [name, resolve(item, locate)])),
  }
}

function resolveStep(step: Step, locate: Locate): Traced {
  const of = () => resolve(step.of, locate)
  switch (step.op) {
    case 'attribute':
      return attributeOf(of(), String(step.name))
    case 'element': {
      const items = itemsOf(of())
      const index = Number(step.index)
      return items?.[index < 0 ? index + items.length : index] ?? nothing
    }
    case 'slice': {
      const items = itemsOf(of())
      return items ? {kind: 'array', items: sliceOf(items, step)} : nothing
    }
    case 'array': {
      const base = of()
      return itemsOf(base) ? base : nothing
    }
    case 'flatten':
      return {kind: 'array', items: (itemsOf(of()) ?? []).flatMap((item) => itemsOf(item) ?? [item])}
    case 'list':
      return {kind: 'array', items: (step.parts ?? []).flatMap((part) => elementsOf(part, locate))}
    default:
      return {kind: 'object', entries: entriesOf(step, locate)}
  }
}

function elementsOf(part: Part, locate: Locate): Traced[] {
  return 'splat' in part ? (itemsOf(resolve(part.splat, locate)) ?? []) : [resolve(part.value, locate)]
}

function entriesOf(step: Step, locate: Locate): Map<string, Traced> {
  const entries = new Map<string, Traced>()
  for (const part of step.parts ?? []) {
    if ('splat' in part) {
      for (const [name, entry] of splatEntries(resolve(part.splat, locate))) entries.set(name, entry)
    } else entries.set(String(part.name), resolve(part.value, locate))
  }
  return entries
}

function splatEntries(traced: Traced): Iterable<[string, Traced]> {
  if (traced.kind === 'object') return traced.entries
  if (traced.kind !== 'value' || !isRecord(traced.value)) return []
  return Object.keys(traced.value).map((name) => [name, attributeOf(traced, name)])
}

/** An attribute of a document or of an object in it, or of an object that the query made. */
export function attributeOf(traced: Traced, name: string): Traced {
  if (traced.kind === 'object') return traced.entries.get(name) ?? nothing
  if (traced.kind !== 'value' || !isRecord(traced.value) || !Object.hasOwn(traced.value, name)) return nothing
  return partOf(traced.value[name], traced.source, name)
}

/** @returns undefined when it is not an array. */
export function itemsOf(traced: Traced): Traced[] | undefined {
  if (traced.kind === 'array') return traced.items
  if (traced.kind !== 'value' || !Array.isArray(traced.value)) return undefined
  return traced.value.map((item, index) => partOf(item, traced.source, index))
}

const partOf = (value: unknown, source: Source | undefined, segment: string | number): Traced => ({
  kind: 'value',
  value,
  source: source && {document: source.document, path: [...source.path, segment]},
})

/** The same bounds as in groq-js. */
function sliceOf<T>(items: T[], step: Step): T[] {
  const bound = (index: number) => (index < 0 ? items.length + index : index)
  const right = bound(Number(step.right)) + (step.isInclusive ? 1 : 0)
  return items.slice(Math.max(0, bound(Number(step.left))), Math.max(0, right))
}
