import {randomUUID} from 'node:crypto'
import {isRecord} from '../../document.ts'

/** The attribute that holds how a value came about. It is random, so no document has it. */
export const traceKey = `trace:${randomUUID()}`

/** One step of a query: it takes a part of `of`, or makes a value of `parts`. */
export type Step = {
  op: 'attribute' | 'element' | 'slice' | 'array' | 'flatten' | 'list' | 'object'
  of?: unknown
  parts?: Part[]
  /** `attribute` */
  name?: string
  /** `element` */
  index?: number
  /** `slice` */
  left?: number
  right?: number
  isInclusive?: boolean
}

/** `name: value` of an object, a value of a list, or `...splat`. */
export type Part = {name?: string; value?: unknown; splat?: unknown}

export function stepOf(value: unknown): Step | undefined {
  const step = isRecord(value) ? value[traceKey] : undefined
  return isRecord(step) ? (step as Step) : undefined
}
