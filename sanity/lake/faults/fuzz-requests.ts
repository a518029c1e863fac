import {bombs} from './bombs.ts'
import {
  base,
  bearer,
  endpoints,
  type FuzzRequest,
  huge,
  type MakeRequest,
  pollution,
  post,
  query,
} from './fuzz-endpoints.ts'
import {anyGroq} from './fuzz-groq.ts'
import {badTransport} from './fuzz-transport.ts'
import {anyAction, anyJson, anyMutation, anyString} from './fuzz-values.ts'
import type {Random} from './random.ts'

/** Requests with bad content, each kind with its weight. */
const badContent: Record<string, [weight: number, make: MakeRequest]> = {
  'bad JSON': [
    8,
    (random) =>
      post(
        `${base}/${random.pick(endpoints)}`,
        anyJson(random).slice(0, random.between(0, 30)) + random.pick(['', '{', ',', '\u0000']),
      ),
  ],
  'bad GROQ': [
    12,
    (random) => ({path: query({query: anyGroq(random).slice(0, 5000), $p: anyJson(random, 1)})}),
  ],
  'bad GROQ in a body': [
    8,
    (random) => post(query({}), JSON.stringify({query: anyGroq(random), params: {p: anyString(random)}})),
  ],
  'listen filters': [
    4,
    (random) => ({
      mode: 'stream',
      path: `${base}/data/listen/production?${new URLSearchParams({query: anyGroq(random).slice(0, 4000)})}`,
    }),
  ],
  'deep JSON': [
    2,
    (random) => {
      const depth = random.pick([60, 100, 10_000, 500_000])
      const [open, close] = random.pick([
        ['[', ']'],
        ['{"a":', '}'],
      ] as const)
      return post(
        `${base}/${random.pick(endpoints)}`,
        `{"mutations":${open.repeat(depth)}1${close.repeat(depth)}}`,
      )
    },
  ],
  'very many elements': [
    1,
    (random) =>
      post(
        `${base}/${random.pick(endpoints)}`,
        random.pick([
          () => `[${'0,'.repeat(2_000_000)}0]`,
          () => `{"mutations":[${'{},'.repeat(500_000)}{}]}`,
          () => `{"mutations":[${'{"delete":{"id":"x"}},'.repeat(9000)}{"create":1}]}`,
          () => `{"actions":[${'{},'.repeat(9000)}{}]}`,
          () => `{"rule":{"on":[${'1,'.repeat(1_000_000)}1]}}`,
          () => `{"headers":{${Array.from({length: 100_000}, (_, n) => `"h${n}":1`).join()}}}`,
        ])(),
      ),
  ],
  '50 MB': [
    0.2,
    (random) =>
      post(
        `${base}/${random.pick(['data/mutate/production', 'data/query/production', 'assets/images/production', 'assets/files/none', 'users/me/keyvalue'])}`,
        huge,
      ),
  ],
  'malformed mutations': [
    14,
    (random) =>
      post(
        `${base}/data/mutate/production?returnDocuments=true&autoGenerateArrayKeys=true`,
        `{"mutations":[${Array.from({length: random.between(1, 4)}, () => anyMutation(random)).join()}]}`,
      ),
  ],
  'malformed actions': [
    6,
    (random) =>
      post(`${base}/data/actions/production`, `{"actions":[${anyAction(random)},${anyAction(random)}]}`),
  ],
  'prototype pollution': [
    4,
    (random) => ({
      ...post(
        `${base}/${random.pick(endpoints)}?__proto__[polluted]=1&$__proto__={"polluted":1}&constructor.prototype.polluted=1`.replace(
          /[{}"]/g,
          encodeURIComponent,
        ),
        `{"mutations":[{"createOrReplace":{"_id":"f1","_type":"f","x":${random.pick(pollution)}}}],"query":"1","params":${random.pick(pollution)},"rule":${random.pick(pollution)}}`,
      ),
    }),
  ],
  'image bombs': [
    0.5,
    (random) =>
      post(
        `${base}/assets/images/production?filename=${encodeURIComponent(random.pick(['../../x.png', '\u0000', 'a.svg', 'x'.repeat(300)]))}`,
        bombs[random.pick(Object.keys(bombs))] ?? '',
      ),
  ],
  history: [
    3,
    (random) => ({
      path: `${base}/data/history/production/${random.pick(['documents/f1', 'transactions/f1,f2', 'events/documents/f1'])}?${new URLSearchParams({[random.pick(['time', 'revision', 'limit', 'fromTransaction', 'nextCursor', 'lastRevision'])]: anyString(random)})}`,
    }),
  ],
}

const weighted = Object.entries({...badContent, ...badTransport}).flatMap(([kind, [weight, make]]) =>
  Array.from({length: weight * 10}, () => ({kind, make})),
)

export function anyRequest(random: Random): {kind: string; request: FuzzRequest} {
  const {kind, make} = random.pick(weighted)
  const hasToken = random.next() < 0.85
  const headers: Record<string, string> = hasToken ? {...bearer} : {}
  const request: FuzzRequest = {mode: 'send', method: 'GET', path: '/', headers, ...make(random)}
  // A stream never ends, so it can't be read to its end.
  const isStream = request.mode === 'send' && /\/data\/(listen|live)\//.test(request.path)
  return {kind, request: isStream ? {...request, mode: 'stream'} : request}
}
