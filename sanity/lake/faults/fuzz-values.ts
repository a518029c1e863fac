import {anyGroq} from './fuzz-groq.ts'
import type {Random} from './random.ts'

const strings = [
  ...[
    '',
    ' ',
    'a',
    'title',
    '_id',
    '_type',
    '_rev',
    'drafts.',
    'drafts.a',
    'versions.r.a',
    '..',
    '-a',
    'a'.repeat(129),
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '__folded',
    '__text',
    'length',
    'null',
  ],
  ...[
    '\u0000',
    '\ud800',
    '\u202e',
    '😀',
    'ﷺ'.repeat(50),
    '\\',
    '"',
    "'",
    '\r\n',
    '%00',
    '../../etc/passwd',
    '$(id)',
  ],
  ...[
    '2026-01-01',
    '1e999',
    '-1',
    '0',
    '[0]',
    '[-1]',
    '[0:3]',
    '..a',
    'a.b',
    'a[_key=="x"]',
    '*',
    '^',
    '@',
    '->',
  ],
]

export const anyString = (random: Random): string => random.pick(strings)

/** Keys that reach the prototype of an object. */
const pollution = [
  '__proto__',
  'constructor',
  'prototype',
  '__proto__.polluted',
  'constructor.prototype.polluted',
]

/** Random JSON as text: only text can hold a literal `__proto__` key. */
export function anyJson(random: Random, depth = 3): string {
  const kind = random.between(0, depth > 0 ? 8 : 5)
  if (kind === 0) return 'null'
  if (kind === 1) return random.pick(['true', 'false'])
  if (kind === 2)
    return random.pick(['0', '-1', '1e308', '1e999', '0.1', '9007199254740993', '-0', '123456789'])
  if (kind <= 5) return JSON.stringify(anyString(random))
  const size = random.between(0, 4)
  const items = Array.from({length: size}, () => anyJson(random, depth - 1))
  if (kind === 6) return `[${items.join()}]`
  const key = () => JSON.stringify(random.pick([anyString(random), random.pick(pollution)]))
  return `{${items.map((item) => `${key()}:${item}`).join()}}`
}

const paths = [
  ...[
    'title',
    'a.b.c',
    'list[0]',
    'list[-1]',
    'list[0:2]',
    'list[_key=="k"]',
    'list[]',
    'a..b',
    '..',
    '',
    '[',
    ']',
    '[[[',
  ],
  ...[
    'list[0:99999999]',
    'list[0:999999999]',
    'list[-99999999:99999999]',
    'list[999999999]',
    'list[1,2,3]',
    '_id',
    '_rev',
  ],
  ...[
    'list[_key=="k"].n',
    '..n',
    '$',
    '*',
    'a[*]',
    "['a']",
    '["a"]',
    'a["b"].c',
    'a[?(@.b)]',
    '\u0000',
    '🙂',
  ],
  ...[...pollution, 'list[0].__proto__.polluted', 'list.constructor.prototype.polluted'],
  ...['a'.repeat(5000), 'a.'.repeat(3000), '['.repeat(3000), 'list[0]'.repeat(2000)],
]

const anyPath = (random: Random): string => random.pick(paths)

/** One mutation or nearly one, as text. */
export function anyMutation(random: Random): string {
  const id = JSON.stringify(random.pick([`f${random.between(0, 20)}`, anyString(random)]))
  const value = () => anyJson(random, 2)
  const path = () => JSON.stringify(anyPath(random))
  const patches = [
    () => `"set":{${path()}:${value()}}`,
    () => `"setIfMissing":{${path()}:${value()}}`,
    () => `"unset":[${path()},${path()}]`,
    () => `"inc":{${path()}:${value()}}`,
    () => `"dec":{${path()}:${value()}}`,
    () => `"insert":{"${random.pick(['before', 'after', 'replace'])}":${path()},"items":${value()}}`,
    () =>
      `"diffMatchPatch":{${path()}:${JSON.stringify(random.pick(['@@ -1,3 +1,3 @@\n-abc\n+abd\n', '@@ -1 +1', anyString(random)]))}}`,
    () => `"ifRevisionID":${value()}`,
    () => `${JSON.stringify(anyString(random))}:${value()}`,
  ]
  const document = () =>
    `{"_id":${id},"_type":"f","title":${value()},"list":[{"_key":"k","n":1}],"x":${value()}}`
  const patch = () => `{"id":${id},${random.pick(patches)()},${random.pick(patches)()}}`
  return random.pick([
    () => `{"create":${document()}}`,
    () => `{"createOrReplace":${document()}}`,
    () => `{"createIfNotExists":${document()}}`,
    () => `{"patch":${patch()}}`,
    () => `{"patch":${patch()}}`,
    () => `{"patch":{"query":${JSON.stringify(anyGroq(random))},${random.pick(patches)()}}}`,
    () => `{"delete":{"id":${id}}}`,
    () => `{"delete":{"query":${JSON.stringify(anyGroq(random))}}}`,
    () => `{${JSON.stringify(anyString(random))}:${value()}}`,
    value,
  ])()
}

const actionNames = [
  'create',
  'edit',
  'publish',
  'unpublish',
  'discard',
  'delete',
  'replaceDraft',
  'version.create',
  'version.discard',
]

export function anyAction(random: Random): string {
  const type = random.pick([
    ...actionNames.map((name) => `sanity.action.document.${name}`),
    'sanity.action.release.create',
    anyString(random),
  ])
  const fields = [
    'publishedId',
    'draftId',
    'versionId',
    'releaseId',
    'attributes',
    'patch',
    'ifPublishedRevisionId',
  ]
  const pairs = fields.map((name) => {
    const value = name === 'patch' ? `{"set":{${JSON.stringify(anyPath(random))}:1}}` : anyJson(random, 1)
    return `"${name}":${random.pick([value, `"f${random.between(0, 9)}"`, `"drafts.f${random.between(0, 9)}"`])}`
  })
  return `{"actionType":${JSON.stringify(type)},${pairs.filter(() => random.next() < 0.6).join()}}`.replace(
    ',}',
    '}',
  )
}
