import {processToken} from './lake-process.ts'
import type {Random} from './random.ts'

/**
 * One fuzz request. `send` is an ordinary request. `abort` disconnects in the middle. `drip` sends its body
 * byte by byte and gives up. `stream` reads a little and disconnects. `raw` writes `body` to the socket.
 */
export type FuzzRequest = {
  mode: 'send' | 'abort' | 'drip' | 'stream' | 'raw' | 'websocket'
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Buffer
}

export const bearer = {authorization: `Bearer ${processToken}`}
export const base = '/v2025-02-19'
export const huge = Buffer.alloc(50 * 1024 * 1024, '[')

export type MakeRequest = (random: Random) => Partial<FuzzRequest>

export const post = (path: string, body: string | Buffer): Partial<FuzzRequest> => ({
  method: 'POST',
  path,
  body,
})
export const query = (search: Record<string, string>) =>
  `${base}/data/query/production?${new URLSearchParams(search)}`
export const anyVersion = (random: Random) =>
  random.pick(['/v1', base, '/vX', '/v0', '/v2025-13-99', '/v', ''])

export const endpoints = [
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

export const escapes = [
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
export const sha1 = '0123456789012345678901234567890123456789'

export const pollution = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '[{"__proto__":[]}]',
]
