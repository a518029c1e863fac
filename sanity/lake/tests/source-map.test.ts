import {expect, it} from 'vitest'
import {isRecord, type LakeDocument} from '../src/document.ts'
import {runQuery, runQueryWithSourceMap} from '../src/query/evaluate.ts'
import {type Perspective, visibleVersion} from '../src/query/perspective.ts'
import type {SourceMap} from '../src/query/source-map/source-map.ts'
import {View} from '../src/query/view.ts'
import {createRandom} from './planner-cases.ts'
import {ids, tracedQuery, uniqueDocument} from './source-map-cases.ts'

/** Run more cases with `SOURCE_MAP_CASES=20000 SOURCE_MAP_SEED=7 npx vitest run tests/source-map.test.ts`. */
const cases = Number(process.env.SOURCE_MAP_CASES ?? 600)
const seed = Number(process.env.SOURCE_MAP_SEED ?? 1)

const scope = {identity: 'me', projectId: 'local', dataset: 'test'}
const perspectives: Perspective[] = ['raw', [], ['drafts'], ['r1', 'drafts']]

/** Reads a path of the published format, apart from the lake's code. */
function follow(value: unknown, path: string): unknown {
  let at = value
  for (const [, name, index, key] of path.matchAll(
    /\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]|\[\?\(@\._key=='([^']*)'\)\]/g,
  )) {
    if (key !== undefined) at = (at as {_key?: string}[]).find((item) => item?._key === key)
    else at = (at as Record<string, unknown>)[index ?? (name as string).replace(/\\(.)/g, '$1')]
  }
  return at
}

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(strings)
      : []

it(`each mapping of ${cases} generated queries leads to the value it stands for`, {
  timeout: 5000 + cases * 20,
}, async () => {
  const random = createRandom(seed)
  let [uniqueCount, mappedCount] = [0, 0]
  for (let done = 0; done < cases; ) {
    let next = 0
    const stored = new Map<string, LakeDocument>()
    for (const id of [...ids, 'drafts.d0', 'drafts.d1', 'versions.r1.d2', 'versions.r1.d0', 'drafts.d9'])
      if (random.chance(0.8))
        stored.set(
          id,
          uniqueDocument(random, id, () => `u${next++}`),
        )
    const known = new Set(strings([...stored.values()]).filter((text) => /^u\d+$/.test(text)))
    for (let query = 0; query < 20; query += 1, done += 1) {
      const perspective = random.pick(perspectives)
      const visible = new Map(
        [...stored.keys()].map((id) => {
          const one = visibleVersion(id, (other) => stored.get(other), perspective, false)
          return [one.id, one.document]
        }),
      )
      const view = new View([...visible.values()].filter((document) => document !== undefined))
      const isOverlaid = perspective !== 'raw' && perspective.length > 0
      const byKey = random.chance(0.5)
      const groq = tracedQuery(random)
      const {result, resultSourceMap} = await runQueryWithSourceMap(groq, {}, view, scope, {
        byKey,
        isOverlaid,
      })
      expect(result, groq).toEqual(await runQuery(groq, {}, view, scope))
      for (const [path, {source}] of Object.entries(resultSourceMap.mappings)) {
        const {_id, _type} = resultSourceMap.documents[source.document] as {_id: string; _type: string}
        const document = stored.get(_id)
        expect(document?._type).toBe(_type)
        const from = resultSourceMap.paths[source.path] as string
        expect(follow(document, from), `${groq}\n${path} from ${_id} ${from}`).toEqual(follow(result, path))
      }
      const inResult = strings(result).filter((text) => known.has(text))
      uniqueCount += inResult.length
      mappedCount += mappedStrings(result, resultSourceMap).filter((text) => known.has(text)).length
    }
  }
  expect(uniqueCount).toBeGreaterThan(cases * 5)
  // The rest went through functions, which are not traced.
  expect(mappedCount / uniqueCount).toBeGreaterThan(0.98)
})

function mappedStrings(value: unknown, map: SourceMap, path = '$', isMapped = false): string[] {
  const mapped = isMapped || Object.hasOwn(map.mappings, path)
  if (typeof value === 'string') return mapped ? [value] : []
  if (Array.isArray(value))
    return value.flatMap((item, index) => mappedStrings(item, map, `${path}[${index}]`, mapped))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, item]) =>
    mappedStrings(item, map, `${path}['${name.replaceAll("'", "\\'")}']`, mapped),
  )
}
