import {evaluateSync, toJS} from 'groq-js'
import {expect, it} from 'vitest'
import type {Json, LakeDocument} from '../src/document.ts'
import {parseQuery, runQuery} from '../src/query/evaluate.ts'
import {type Perspective, visibleVersion} from '../src/query/perspective.ts'
import {View} from '../src/query/view.ts'
import {createRandom, type Random, randomDocument, randomParams, randomQuery} from './planner-cases.ts'

/** Run more cases with `NARROWING_CASES=20000 NARROWING_SEED=7 npx vitest run tests/planner.test.ts`. */
const cases = Number(process.env.NARROWING_CASES ?? 400)
const seed = Number(process.env.NARROWING_SEED ?? 1)
const casesPerDataset = 20

const scope = {identity: 'me', projectId: 'local', dataset: 'test'}
const perspectives: Perspective[] = ['raw', [], ['drafts'], ['r1', 'drafts']]

/** The result of groq-js alone, which evaluates the filter on every document. */
const evaluateWithoutIndexes = (query: string, params: Json, documents: LakeDocument[]): unknown =>
  toJS(
    evaluateSync(parseQuery(query, params), {
      dataset: documents,
      params,
      identity: scope.identity,
      sanity: scope,
      dereference: ({_ref}: {_ref: string}) => documents.find(({_id}) => _id === _ref),
    }),
  )

const visibleDocuments = (stored: Map<string, LakeDocument>, perspective: Perspective): LakeDocument[] => {
  const visible = new Map<string, LakeDocument>()
  for (const id of stored.keys()) {
    const one = visibleVersion(id, (other) => stored.get(other), perspective, false)
    if (one.document) visible.set(one.id, one.document)
  }
  return [...visible.values()].sort((left, right) => (left._id < right._id ? -1 : 1))
}

/** Changes a view that already has indexes, as in the query workers. */
function changeView(random: Random, view: View, stored: Map<string, LakeDocument>, perspective: Perspective) {
  for (let change = random.below(4); change > 0; change -= 1) {
    const document = randomDocument(random)
    if (random.chance(0.3)) stored.delete(document._id)
    else stored.set(document._id, document)
    const now = visibleVersion(document._id, (id) => stored.get(id), perspective, false)
    view.set(now.id, now.document)
  }
}

it(
  `${cases} generated queries have the same result with and without indexes`,
  async () => {
    const random = createRandom(seed)
    let [answerCount, emptyCount] = [0, 0]
    for (let doneCount = 0; doneCount < cases; ) {
      const perspective = random.pick(perspectives)
      const stored = new Map<string, LakeDocument>()
      for (let remaining = random.below(60); remaining >= 0; remaining -= 1) {
        const document = randomDocument(random)
        stored.set(document._id, document)
      }
      const view = new View(visibleDocuments(stored, perspective))
      for (let query = 0; query < casesPerDataset; query += 1, doneCount += 1) {
        changeView(random, view, stored, perspective)
        const documents = visibleDocuments(stored, perspective)
        expect(view.documents).toEqual(documents)
        const params = randomParams(random)
        const groq = randomQuery(random)
        const expected = evaluateWithoutIndexes(groq, params, documents)
        const answer = await runQuery(groq, params, view, scope)
        expect(answer, `${groq} ${JSON.stringify(params)} [${perspective}]`).toEqual(expected)
        answerCount += 1
        if (expected === null || (Array.isArray(expected) && expected.length === 0)) emptyCount += 1
      }
    }
    expect(answerCount).toBe(cases)
    // Queries with an empty result prove little, so they must not be the majority.
    expect(emptyCount / answerCount).toBeLessThan(0.75)
  },
  5000 + cases * 20,
)
