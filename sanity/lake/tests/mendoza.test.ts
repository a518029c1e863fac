import {applyPatch, incremental} from 'mendoza'
import {expect, it} from 'vitest'
import {createPatch} from '../src/write/mendoza.ts'

/** A random generator with a fixed seed: the same documents on every run. */
let state = 7
const randomBelow = (limit: number) => {
  state = (state * 1103515245 + 12345) & 0x7fffffff
  return state % limit
}
const letters = ['a', 'b', 'ž', '😀', '字', ' ']
const text = () => Array.from({length: randomBelow(10)}, () => letters[randomBelow(letters.length)]).join('')
const list = <T>(make: () => T) => Array.from({length: randomBelow(5)}, make)

type Value = null | boolean | number | string | Value[] | {[name: string]: Value}

const value = (depth: number): Value => {
  const kind = randomBelow(depth > 0 ? 7 : 4)
  if (kind === 0) return null
  if (kind === 1) return randomBelow(9)
  if (kind < 4) return text()
  if (kind < 6)
    return list(() =>
      randomBelow(2) ? {_key: `k${randomBelow(4)}`, ...object(depth - 1)} : value(depth - 1),
    )
  return object(depth - 1)
}
const object = (depth: number): {[name: string]: Value} =>
  Object.fromEntries(list(() => [['a', 'b', 'ř', '_type'][randomBelow(4)], value(depth)]))

const randomlyEdited = (before: Value): Value => {
  if (randomBelow(4) === 0) return value(1)
  if (typeof before === 'string')
    return before.slice(0, randomBelow(before.length + 1)).toWellFormed() + text()
  if (Array.isArray(before))
    return before.filter(() => randomBelow(4)).map((item) => (randomBelow(2) ? item : randomlyEdited(item)))
  if (before && typeof before === 'object')
    return Object.fromEntries(
      Object.entries(before).flatMap(([name, item]) =>
        randomBelow(5) ? [[name, randomBelow(2) ? item : randomlyEdited(item)]] : [],
      ),
    )
  return before
}

it('a patch changes any document into any other, with both functions that the Studio uses', () => {
  for (let index = 0; index < 3000; index += 1) {
    const before = object(3)
    const after = randomBelow(2) ? (randomlyEdited(before) as typeof before) : object(3)
    const patch = createPatch(before, after)
    expect(applyPatch(before, patch)).toEqual(after)
    expect(incremental.unwrap(incremental.applyPatch(incremental.wrap(before, 0), patch, 1))).toEqual(after)
  }
})

it('a patch does not contain unchanged parts', () => {
  const block = {_key: 'a', text: 'a long unchanged paragraph'}
  const patch = createPatch({body: [block, {_key: 'b', n: 1}]}, {body: [{_key: 'b', n: 2}, block]})
  expect(JSON.stringify(patch)).not.toContain('paragraph')
  expect(createPatch({a: 1}, {a: 1})).toEqual([])
})
