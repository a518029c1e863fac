import {randomBytes} from 'node:crypto'
import {isRecord} from '../document.ts'

const newKey = () => randomBytes(6).toString('hex')

/** `autoGenerateArrayKeys`: adds a `_key` to objects in arrays without one. Returns a new value. */
export function withArrayKeys<T>(value: T): T
export function withArrayKeys(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item) =>
      isRecord(item) && item._key === undefined
        ? {_key: newKey(), ...withArrayKeys(item)}
        : withArrayKeys(item),
    )
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withArrayKeys(item)]))
}
