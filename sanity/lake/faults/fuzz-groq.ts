import type {Random} from './random.ts'

const tokens = [
  ...[
    '*',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '|',
    '->',
    '.',
    '..',
    '...',
    '^',
    '@',
    '==',
    '!=',
    '<',
    '>=',
    'in',
    'match',
    '&&',
    '||',
    '!',
  ],
  ...[
    '_id',
    '_type',
    'title',
    '"f"',
    '"x*"',
    '1',
    '-1',
    '1e999',
    'null',
    'true',
    '$p',
    'order(_id)',
    'score(title match "a")',
  ],
  ...[
    'count(',
    'defined(',
    'references(',
    'coalesce(',
    'select(',
    '=>',
    ',',
    ':',
    '"a":',
    'text::query("a")',
    'string::split(',
  ],
  ...[
    'math::sum(',
    'dateTime(',
    'now()',
    'geo::distance(',
    'sanity::versionOf("f1")',
    'releases::all()',
    'pt::text(',
    'array::unique(',
  ],
  ...[
    '//',
    '\n',
    '\u0000',
    '😀',
    "'",
    '"',
    '\\',
    '`',
    '%',
    '0..',
    '[0..9]',
    '[_key=="k"]',
    'asc',
    'desc',
    'before()',
    'delta::changed(',
  ],
]

const nestings: [string, string, string][] = [
  ['(', '1', ')'],
  ['[', '1', ']'],
  ['{"a":', '1', '}'],
  ['*[', 'true', ']'],
  ['count(', '*', ')'],
  ['!', 'true', ''],
  ['-', '1', ''],
  ['select(true => ', '1', ')'],
  ['*|order(', '_id', ')'],
  ['', '1', '+1'],
  ['', 'a', '->b'],
  ['coalesce(', '1', ',2)'],
  ['"\\', 'a', '"'],
]

const validQueries = [
  '*[_type == "f"]{title, list[]{n}}',
  '*[_id == $p][0]',
  '*[title match text::query($p)] | score(title match $p)',
  'array::join(string::split("a,b", ","), "")',
  '*[_type == "f"]{..., "x": *[references(^._id)]._id}[0..5]',
  '{"__proto__": {"polluted": true}}',
  '$constructor',
]

export function anyGroq(random: Random): string {
  const kind = random.between(0, 9)
  if (kind < 2) return random.pick(validQueries)
  if (kind < 4) {
    const [open, middle, close] = random.pick(nestings)
    const depth = random.pick([5, 50, 500, 2000])
    return open.repeat(depth) + middle + close.repeat(depth)
  }
  const randomTokens = Array.from({length: random.between(1, 25)}, () => random.pick(tokens)).join(
    random.pick(['', ' ']),
  )
  return kind < 7 ? randomTokens : `*[${randomTokens}]`
}
