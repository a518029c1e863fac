import {
  anyVersion,
  base,
  bearer,
  endpoints,
  escapes,
  huge,
  type MakeRequest,
  post,
  query,
  sha1,
} from './fuzz-endpoints.ts'
import {anyGroq} from './fuzz-groq.ts'
import {anyJson, anyString} from './fuzz-values.ts'

/** Requests with bad URLs, methods, encodings and connections, each kind with its weight. */
export const badTransport: Record<string, [weight: number, make: MakeRequest]> = {
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
        `${base}/${random.pick(endpoints)}?x=${random.pick(['%', '%ff', '%00', '%ud800', '+'])}`,
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
      path: `${anyVersion(random)}/${random.pick(endpoints)}`,
    }),
  ],
  'wrong content types': [
    3,
    (random) => ({
      ...post(`${base}/${random.pick(endpoints)}`, anyJson(random)),
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
  'slow bodies': [
    2,
    (random) => ({...post(`${base}/${random.pick(endpoints)}`, ' '.repeat(20)), mode: 'drip'}),
  ],
  'aborted requests': [
    6,
    (random) => ({
      ...post(
        `${base}/${random.pick(endpoints)}`,
        random.pick([huge.subarray(0, 3_000_000), '{"query":"*"}']),
      ),
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
