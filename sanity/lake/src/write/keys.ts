import {randomBytes} from 'node:crypto'
import {isRecord} from '../document.ts'

const makeKey = () => randomBytes(6).toString('hex')

/** `autoGenerateArrayKeys`: objects in arrays get a `_key` where they have none. Returns a new value. */
export function withArrayKeys<T>(value: T): T
export function withArrayKeys(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item) =>
      isRecord(item) && item._key === undefined
        ? {_key: makeKey(), ...withArrayKeys(item)}
        : withArrayKeys(item),
    )
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withArrayKeys(item)]))
}
