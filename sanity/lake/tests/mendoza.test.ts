import {applyPatch, incremental} from 'mendoza'
import {expect, it} from 'vitest'
import {createPatch} from '../src/write/mendoza.ts'

/** A small generator with a fixed seed: the same documents on every run. */
let state = 7
const below = (most: number) => {
  state = (state * 1103515245 + 12345) & 0x7fffffff
  return state % most
}
const letters = ['a', 'b', 'ž', '😀', '字', ' ']
const text = () => Array.from({length: below(10)}, () => letters[below(letters.length)]).join('')
const list = <T>(make: () => T) => Array.from({length: below(5)}, make)

type Value = null | boolean | number | string | Value[] | {[name: string]: Value}

const value = (depth: number): Value => {
  const kind = below(depth > 0 ? 7 : 4)
  if (kind === 0) return null
  if (kind === 1) return below(9)
  if (kind < 4) return text()
  if (kind < 6)
    return list(() => (below(2) ? {_key: `k${below(4)}`, ...object(depth - 1)} : value(depth - 1)))
  return object(depth - 1)
}
const object = (depth: number): {[name: string]: Value} =>
  Object.fromEntries(list(() => [['a', 'b', 'ř', '_type'][below(4)], value(depth)]))

const edited = (before: Value): Value => {
  if (below(4) === 0) return value(1)
  if (typeof before === 'string') return before.slice(0, below(before.length + 1)).toWellFormed() + text()
  if (Array.isArray(before))
    return before.filter(() => below(4)).map((item) => (below(2) ? item : edited(item)))
  if (before && typeof before === 'object')
    return Object.fromEntries(
      Object.entries(before).flatMap(([name, item]) =>
        below(5) ? [[name, below(2) ? item : edited(item)]] : [],
      ),
    )
  return before
}

it('a patch turns any document into any other, whichever way the Studio applies it', () => {
  for (let index = 0; index < 3000; index += 1) {
    const before = object(3)
    const after = below(2) ? (edited(before) as typeof before) : object(3)
    const patch = createPatch(before, after)
    expect(applyPatch(before, patch)).toEqual(after)
    expect(incremental.unwrap(incremental.applyPatch(incremental.wrap(before, 0), patch, 1))).toEqual(after)
  }
})

it('a patch says nothing about what stayed the same', () => {
  const block = {_key: 'a', text: 'a long paragraph that nobody touched'}
  const patch = createPatch({body: [block, {_key: 'b', n: 1}]}, {body: [{_key: 'b', n: 2}, block]})
  expect(JSON.stringify(patch)).not.toContain('paragraph')
  expect(createPatch({a: 1}, {a: 1})).toEqual([])
})
