import {bombs} from './bombs.ts'
import {anyAction, anyGroq, anyJson, anyMutation, anyString} from './fuzz-values.ts'
import {processToken} from './lake-process.ts'
import type {Random} from './random.ts'

/**
 * One thing to do to a lake. `send` is an ordinary exchange; `abort` hangs up in the middle; `drip` sends its
 * body a byte at a time and gives up; `stream` reads a little and leaves; `raw` writes `body` to the socket.
 */
export type FuzzRequest = {
  mode: 'send' | 'abort' | 'drip' | 'stream' | 'raw' | 'websocket'
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Buffer
}

const bearer = {authorization: `Bearer ${processToken}`}
const base = '/v2025-02-19'
const huge = Buffer.alloc(50 * 1024 * 1024, '[')

type Make = (random: Random) => Partial<FuzzRequest>

const post = (path: string, body: string | Buffer): Partial<FuzzRequest> => ({method: 'POST', path, body})
const query = (search: Record<string, string>) =>
  `${base}/data/query/production?${new URLSearchParams(search)}`
const anyVersion = (random: Random) => random.pick(['/v1', base, '/vX', '/v0', '/v2025-13-99', '/v', ''])

const places = [
  ...['data/query/production', 'data/mutate/production', 'data/actions/production', 'data/doc/production/f1'],
  ...['data/listen/production', 'data/live/events/production', 'data/export/production', 'data/query/none'],
  ...['data/history/production/documents/f1', 'data/history/production/transactions/f1'],
  ...['data/history/production/events/documents/f1', 'assets/images/production', 'assets/files/production'],
  ...[
    'users/me',
    'users/a,b',
    'users/me/keyvalue',
    'users/me/keyvalue/a',
    'projects/local',
    'projects/local/datasets',
  ],
  ...[
    'hooks/projects/local',
    'hooks/projects/local/x',
    'hooks/projects/local/x/attempts',
    'datasets',
    'datasets/zz',
  ],
  ...['ping', 'features', 'intake/batch', 'graphql/production', 'socket/production', 'x/y/z'],
]

const escapes = [
  '../',
  '..%2f',
  '%2e%2e/',
  '..\\',
  '%5c..',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  '//',
  '/./',
  ';',
  '?',
  '#',
  '%252e%252e%252f',
  'a'.repeat(3000),
]
const sha1 = '0123456789012345678901234567890123456789'

const pollution = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '[{"__proto__":[]}]',
]

/** Kinds of bad input, each with how often it comes. */
export const kinds: Record<string, [weight: number, make: Make]> = {
  'bad JSON': [
    8,
    (random) =>
      post(
        `${base}/${random.pick(places)}`,
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
        `${base}/${random.pick(places)}`,
        `{"mutations":${open.repeat(depth)}1${close.repeat(depth)}}`,
      )
    },
  ],
  'many of everything': [
    1,
    (random) =>
      post(
        `${base}/${random.pick(places)}`,
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
  'huge ids': [
    3,
    (random) => ({
      path: `${base}/data/${random.pick(['doc', 'history/production/documents', 'listen'])}/production/${random.pick(['a'.repeat(7000), 'a,'.repeat(3000), `${'a'.repeat(200)}/`.repeat(20)])}`,
    }),
  ],
  'huge addresses': [
    3,
    (random) => ({
      path: query({
        query: '1',
        [random.pick(['$p', 'x', 'perspective', 'tag'])]: 'a'.repeat(random.pick([8000, 15_000, 40_000])),
      }),
    }),
  ],
  'odd encodings': [
    5,
    (random) => ({
      ...post(
        `${base}/${random.pick(places)}?x=${random.pick(['%', '%ff', '%00', '%ud800', '+'])}`,
        random.pick([
          Buffer.from([0xff, 0xfe, 0x7b, 0]),
          Buffer.from('\ufeff{}'),
          Buffer.from('{"a":"\ud800"}'),
          Buffer.from([0x1f, 0x8b, 8, 0]),
          Buffer.alloc(64),
        ]),
      ),
      headers: {
        ...bearer,
        'content-encoding': random.pick(['gzip', 'br', 'x']),
        'content-type': 'application/json; charset=utf-16',
      },
    }),
  ],
  'path tricks': [
    8,
    (random) => ({
      path: `/${random.pick(['images', 'files', 'v1/assets/images', 'v1/data/doc'])}/${random.pick(['local', '..', '%2e%2e', 'x'])}/${random.pick(['production', '..', '%2e', 'a/b', '~x'])}/${random.pick(escapes)}${random.pick([sha1, 'lake.sqlite', 'etc/passwd', `${sha1}-1x1.png`])}${random.pick(escapes)}`.replace(
        / /g,
        '+',
      ),
    }),
  ],
  'image parameters': [
    4,
    (random) => ({
      path: `/images/local/production/${random.pick([`${sha1}-1x1.png`, 'real'])}?${new URLSearchParams(Array.from({length: 4}, () => [random.pick(['w', 'h', 'dpr', 'fit', 'crop', 'rect', 'fm', 'q', 'blur', 'flip', 'or', 'bg', 'pad', 'fp-x', 'sat', 'sharp', 'auto', 'dl', 'zz']), random.pick(['-1', '0', '1', '8192', '99999999', '1e9', 'NaN', 'crop', 'fill', 'scale', 'avif', 'webp', '0,0,1,1', '9,9,9,9', '0.5', 'hv', '90', 'fff', anyString(random)])]))}`,
    }),
  ],
  'wrong methods': [
    5,
    (random) => ({
      method: random.pick([
        'GET',
        'HEAD',
        'PUT',
        'PATCH',
        'DELETE',
        'OPTIONS',
        'TRACE',
        'PROPFIND',
        'M-SEARCH',
        'PURGE',
      ]),
      path: `${anyVersion(random)}/${random.pick(places)}`,
    }),
  ],
  'wrong content types': [
    3,
    (random) => ({
      ...post(`${base}/${random.pick(places)}`, anyJson(random)),
      headers: {
        ...bearer,
        'content-type': random.pick([
          'text/xml',
          'multipart/form-data',
          'multipart/form-data; boundary=x',
          'a',
          '',
          'application/x-www-form-urlencoded',
        ]),
      },
    }),
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
        `${base}/${random.pick(places)}?__proto__[polluted]=1&$__proto__={"polluted":1}&constructor.prototype.polluted=1`.replace(
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
  'slow bodies': [2, (random) => ({...post(`${base}/${random.pick(places)}`, ' '.repeat(20)), mode: 'drip'})],
  'aborted requests': [
    6,
    (random) => ({
      ...post(`${base}/${random.pick(places)}`, random.pick([huge.subarray(0, 3_000_000), '{"query":"*"}'])),
      mode: 'abort',
    }),
  ],
  'aborted reads': [
    3,
    (random) => ({
      mode: 'abort',
      path: random.pick([
        query({query: '*'}),
        query({query: anyGroq(random).slice(0, 3000)}),
        `${base}/data/export/production`,
      ]),
    }),
  ],
  'listeners that come and go': [
    5,
    (random) => ({
      mode: 'stream',
      path: `${base}/data/${random.pick(['listen/production?query=*', 'live/events/production', 'listen/production?query=*&enableResume=true'])}`,
      headers: {...bearer, 'last-event-id': random.pick(['x', 'x#y', 'a'.repeat(4000), '#'])},
    }),
  ],
  'WebSockets that come and go': [
    4,
    (random) => ({
      mode: 'websocket',
      path: `${base}/${random.pick(['socket/production', 'data/listen/production?query=*', 'socket/none', 'x'])}`,
      body: random.pick([
        'x',
        '{}',
        '{"jsonrpc":"2.0","method":"presence_announce","params":{"data":{"sessionId":"a"}}}',
        '{"jsonrpc":"2.0","method":1}',
        '['.repeat(10_000),
        'a'.repeat(300_000),
      ]),
    }),
  ],
  history: [
    3,
    (random) => ({
      path: `${base}/data/history/production/${random.pick(['documents/f1', 'transactions/f1,f2', 'events/documents/f1'])}?${new URLSearchParams({[random.pick(['time', 'revision', 'limit', 'fromTransaction', 'nextCursor', 'lastRevision'])]: anyString(random)})}`,
    }),
  ],
  'not HTTP': [
    3,
    (random) => ({
      mode: 'raw',
      body: random.pick([
        '\r\n\r\n',
        'GET / HTTP/9.9\r\n\r\n',
        'GET http://evil.example/v1/ping HTTP/1.1\r\nHost: x\r\n\r\n',
        `POST ${base}/ping HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
        `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(5000)}\r\n`,
        'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
        'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
        '\u0000'.repeat(500),
        Array.from({length: 200}, () => String.fromCharCode(random.between(0, 255))).join(''),
      ]),
    }),
  ],
}

const weighted = Object.entries(kinds).flatMap(([kind, [weight, make]]) =>
  Array.from({length: weight * 10}, () => ({kind, make})),
)

export function anyRequest(random: Random): {kind: string; request: FuzzRequest} {
  const {kind, make} = random.pick(weighted)
  const isMember = random.next() < 0.85
  const headers: Record<string, string> = isMember ? {...bearer} : {}
  return {kind, request: {mode: 'send', method: 'GET', path: '/', headers, ...make(random)}}
}
