import {evaluateSync, toJS} from 'groq-js'
import {expect, it} from 'vitest'
import type {Json, LakeDocument} from '../src/document.ts'
import {parseQuery, runQuery} from '../src/query/evaluate.ts'
import {type Perspective, shownFor} from '../src/query/perspective.ts'
import {View} from '../src/query/view.ts'
import {documentFrom, paramsFrom, queryFrom, type Random, randomFrom} from './narrowing-cases.ts'

/** More of them: `NARROWING_CASES=20000 NARROWING_SEED=7 npx vitest run sanity/lake/tests/narrowing.test.ts`. */
const cases = Number(process.env.NARROWING_CASES ?? 400)
const seed = Number(process.env.NARROWING_SEED ?? 1)
const casesPerDataset = 20

const scope = {identity: 'me', projectId: 'local', dataset: 'test'}
const perspectives: Perspective[] = ['raw', [], ['drafts'], ['r1', 'drafts']]

/** groq-js by itself, over every document. */
const everyDocumentTried = (query: string, params: Json, documents: LakeDocument[]): unknown =>
  toJS(
    evaluateSync(parseQuery(query, params), {
      dataset: documents,
      params,
      identity: scope.identity,
      sanity: scope,
      dereference: ({_ref}: {_ref: string}) => documents.find(({_id}) => _id === _ref),
    }),
  )

const shown = (stored: Map<string, LakeDocument>, perspective: Perspective): LakeDocument[] => {
  const seen = new Map<string, LakeDocument>()
  for (const id of stored.keys()) {
    const one = shownFor(id, (other) => stored.get(other), perspective, false)
    if (one.document) seen.set(one.id, one.document)
  }
  return [...seen.values()].sort((left, right) => (left._id < right._id ? -1 : 1))
}

/** A view that lived through changes, with indexes from before them, as in the query threads. */
function changeView(random: Random, view: View, stored: Map<string, LakeDocument>, perspective: Perspective) {
  for (let change = random.below(4); change > 0; change -= 1) {
    const document = documentFrom(random)
    if (random.chance(0.3)) stored.delete(document._id)
    else stored.set(document._id, document)
    const now = shownFor(document._id, (id) => stored.get(id), perspective, false)
    view.set(now.id, now.document)
  }
}

it(
  `narrowing by indexes answers ${cases} generated queries as trying every document does`,
  () => {
    const random = randomFrom(seed)
    let [answers, empty] = [0, 0]
    for (let done = 0; done < cases; ) {
      const perspective = random.one(perspectives)
      const stored = new Map<string, LakeDocument>()
      for (let made = random.below(60); made >= 0; made -= 1) {
        const document = documentFrom(random)
        stored.set(document._id, document)
      }
      const view = new View(shown(stored, perspective))
      for (let query = 0; query < casesPerDataset; query += 1, done += 1) {
        changeView(random, view, stored, perspective)
        const documents = shown(stored, perspective)
        expect(view.documents).toEqual(documents)
        const params = paramsFrom(random)
        const groq = queryFrom(random)
        const expected = everyDocumentTried(groq, params, documents)
        const answer = runQuery(groq, params, view, scope)
        expect(answer, `${groq} ${JSON.stringify(params)} [${perspective}]`).toEqual(expected)
        answers += 1
        if (expected === null || (Array.isArray(expected) && expected.length === 0)) empty += 1
      }
    }
    expect(answers).toBe(cases)
    // Queries that find nothing prove little: they may only be a part.
    expect(empty / answers).toBeLessThan(0.75)
  },
  5000 + cases * 20,
)
