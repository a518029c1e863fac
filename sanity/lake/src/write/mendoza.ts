import {isRecord} from '../document.ts'

/**
 * Creates Mendoza patches; the npm package only applies them. Format: https://github.com/sanity-io/mendoza.
 * The Studio needs them to show who changed which field, so objects, arrays and strings are compared in
 * depth. Unchanged parts are copied; the rest is sent as a value.
 */
const op = {
  value: 0,
  blank: 2,
  returnIntoArrayPop: 16,
  returnIntoObjectSameKeyPop: 15,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const

const isSame = (left: unknown, right: unknown): boolean => {
  if (Object.is(left, right)) return true
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]))
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && isSame(left[key], right[key]))
  )
}

type Shape = 'object' | 'array' | 'string'

const shapeOf = (value: unknown): Shape | undefined => {
  if (typeof value === 'string') return 'string'
  if (Array.isArray(value)) return 'array'
  return isRecord(value) ? 'object' : undefined
}

/**
 * The shape that both values have, for a patch of the difference; undefined when the value must be replaced.
 */
function sharedShape(before: unknown, after: unknown): Shape | undefined {
  // A blank to which nothing is added stays null. So an empty string or array is sent as a value.
  if (after === '' || (Array.isArray(after) && after.length === 0)) return undefined
  const shape = shapeOf(before)
  return shape === shapeOf(after) ? shape : undefined
}

/** The patch that turns `left` into `right`; empty when they are equal. JSON values only. */
export function createPatch(left: unknown, right: unknown): unknown[] {
  if (isSame(left, right)) return []
  if (isRecord(left) && isRecord(right)) return changeObject(left, right)
  return [op.value, right]
}

/** Expects a copy of `left` on top of the output stack, and `left` on top of the input stack. */
function changeObject(left: Record<string, unknown>, right: Record<string, unknown>): unknown[] {
  const patch: unknown[] = []
  const keys = Object.keys(left).sort()
  keys.forEach((key, index) => {
    if (!(key in right)) {
      patch.push(op.objectDeleteField, index)
      return
    }
    const before = left[key]
    const after = right[key]
    if (isSame(before, after)) return
    const shape = sharedShape(before, after)
    if (!shape) patch.push(op.objectSetFieldValue, after, key)
    else
      patch.push(
        ...pushOperation(shape, 'field', index),
        ...change(before, after),
        op.returnIntoObjectSameKeyPop,
      )
  })
  for (const [key, value] of Object.entries(right)) {
    if (!(key in left)) patch.push(op.objectSetFieldValue, value, key)
  }
  return patch
}

const pushOperation = (shape: Shape, kind: 'field' | 'element', index: number) => {
  const copies = shape === 'object'
  if (kind === 'field') return [copies ? op.pushFieldCopy : op.pushFieldBlank, index]
  return [copies ? op.pushElementCopy : op.pushElementBlank, index]
}

const change = (before: unknown, after: unknown): unknown[] => {
  if (typeof before === 'string' && typeof after === 'string') return buildString(before, after)
  if (Array.isArray(before) && Array.isArray(after)) return buildArray(before, after)
  return changeObject(before as Record<string, unknown>, after as Record<string, unknown>)
}

/** Matches items by `_key` where they have one, else by equality, else by position. */
function buildArray(left: unknown[], right: unknown[]): unknown[] {
  const patch: unknown[] = []
  const keyOf = (item: unknown) => (isRecord(item) && typeof item._key === 'string' ? item._key : undefined)
  const byKey = new Map(left.map((item, index) => [keyOf(item), index]))
  let copied: {from: number; to: number} | undefined
  const flush = () => {
    if (copied) patch.push(op.arrayAppendSlice, copied.from, copied.to)
    copied = undefined
  }
  right.forEach((item, position) => {
    const key = keyOf(item)
    const match = key === undefined ? sameItem(left, item, position) : byKey.get(key)
    if (match === undefined) {
      flush()
      patch.push(op.arrayAppendValue, item)
    } else if (isSame(left[match], item)) {
      if (copied?.to === match) copied.to += 1
      else {
        flush()
        copied = {from: match, to: match + 1}
      }
    } else {
      flush()
      const shape = sharedShape(left[match], item)
      if (!shape) patch.push(op.arrayAppendValue, item)
      else
        patch.push(
          ...pushOperation(shape, 'element', match),
          ...change(left[match], item),
          op.returnIntoArrayPop,
        )
    }
  })
  flush()
  return patch
}

const sameItem = (left: unknown[], item: unknown, index: number): number | undefined => {
  if (isSame(left[index], item)) return index
  const found = left.findIndex((candidate) => isSame(candidate, item))
  if (found >= 0) return found
  return index < left.length && shapeOf(left[index]) === shapeOf(item) ? index : undefined
}

const bytes = (text: string) => Buffer.byteLength(text, 'utf8')

/** The common start and end are slices of the old string (offsets in UTF-8 bytes). The middle is new text. */
function buildString(left: string, right: string): unknown[] {
  const before = Array.from(left)
  const after = Array.from(right)
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1
  const headBytes = bytes(before.slice(0, head).join(''))
  const tailBytes = bytes(before.slice(before.length - tail).join(''))
  const size = bytes(left)
  const middle = after.slice(head, after.length - tail).join('')
  const patch: unknown[] = []
  if (headBytes) patch.push(op.stringAppendSlice, 0, headBytes)
  if (middle) patch.push(op.stringAppendString, middle)
  if (tailBytes) patch.push(op.stringAppendSlice, size - tailBytes, size)
  return patch
}
