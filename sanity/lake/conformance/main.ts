import {readFileSync, rmSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import type {Json} from '../src/document.ts'
import {startLake} from '../src/server.ts'
import {clientFor, optionsFor, temporaryFolder, token} from '../tests/lake-for-tests.ts'

/**
 * Runs the official GROQ test suite (https://github.com/sanity-io/groq-test-suite, compiled to NDJSON) through
 * the lake's HTTP API: `npm run conformance -- suite.ndjson`. Prints the score and the first failures.
 */
type Dataset = {_type: 'dataset'; _id: string; documents?: {_id: string; _type: string}[]}
type Test = {
  _type: 'test'
  filename: string
  query: string
  params: Json | null
  result: unknown
  valid: boolean
  version?: string
  features: string[]
  dataset: {_ref: string}
}

const [file, shown = '20', only = ''] = process.argv.slice(2)
if (!file) {
  console.error('Usage: npm run conformance -- suite.ndjson [failures to show] [part of a file name]')
  process.exit(2)
}
const entries: (Dataset | Test)[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const dir = temporaryFolder()
const lake = await startLake(optionsFor(dir))
const clients = new Map<string, ReturnType<typeof clientFor>>()
const tests: Test[] = []

for (const entry of entries) {
  if (entry._type === 'test') tests.push(entry)
  else if (entry.documents) {
    const dataset = `suite-${clients.size}`
    const client = clientFor(lake.url, {token, perspective: 'raw', dataset})
    await client.datasets.create(dataset)
    if (entry.documents.length > 0)
      await client.mutate(entry.documents.map((document) => ({createOrReplace: document})) as never)
    clients.set(entry._id, client)
  }
}

const failures: string[] = []
const byFile = new Map<string, {passed: number; total: number}>()
let [passed, total] = [0, 0]
for (const test of tests) {
  const client = clients.get(test.dataset?._ref)
  // A test without documents uses a large dataset that the suite does not contain.
  if (!client || !test.filename.includes(only)) continue
  const failure = await failureOf(test, client)
  const counts = byFile.get(test.filename) ?? {passed: 0, total: 0}
  byFile.set(test.filename, counts)
  counts.total += 1
  total += 1
  if (failure === undefined) {
    counts.passed += 1
    passed += 1
  } else failures.push(`${test.filename}: ${test.query.trim()}\n    ${failure}`)
}

for (const failure of failures.slice(0, Number(shown))) console.log(failure)
for (const [name, counts] of byFile)
  if (counts.passed < counts.total) console.log(`${counts.passed} of ${counts.total}  ${name}`)
console.log(`${passed} of ${total} cases`)
await lake.close()
rmSync(dir, {recursive: true, force: true})

async function failureOf(test: Test, client: ReturnType<typeof clientFor>): Promise<string | undefined> {
  const answer = await client.fetch(test.query, test.params ?? {}).then(
    (result) => ({result}),
    (error: {statusCode?: number; message: string}) => ({error}),
  )
  if ('error' in answer)
    return !test.valid && answer.error.statusCode === 400 ? undefined : answer.error.message.slice(0, 200)
  if (!test.valid) return `accepted, with ${JSON.stringify(answer.result)?.slice(0, 200)}`
  const result = withPositions(answer.result)
  if (matches(result, test.result)) return undefined
  return `expected ${JSON.stringify(test.result)?.slice(0, 200)}, not ${JSON.stringify(result)?.slice(0, 200)}`
}

/** Expected objects name some attributes only: the lake adds `_rev` and others to documents. */
function matches(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => matches(actual[index], item))
    )
  if (typeof expected === 'object' && expected !== null)
    return (
      typeof actual === 'object' &&
      actual !== null &&
      Object.entries(expected).every(([name, part]) => matches((actual as Json)[name], part))
    )
  return isDeepStrictEqual(actual, expected)
}

/** The suite compares the order of scores, as `_pos`. */
function withPositions(result: unknown): unknown {
  const scores = new Set<number>()
  JSON.stringify(result, (name, part) => {
    if (name === '_score') scores.add(part)
    return part
  })
  const order = [...scores].sort((left, right) => right - left)
  const replace = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(replace)
    if (typeof part !== 'object' || part === null) return part
    const {_score, ...others} = part as Json
    const copy = Object.fromEntries(Object.entries(others).map(([name, inner]) => [name, replace(inner)]))
    return typeof _score === 'number' ? {...copy, _pos: order.indexOf(_score) + 1} : copy
  }
  return replace(result)
}
