import type {LakeDocument} from '../src/document.ts'

/** Pseudo-random numbers (mulberry32). The same seed gives the same numbers on every machine. */
export function createRandom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (odds: number) => next() < odds,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  }
}

export type Random = ReturnType<typeof createRandom>

const types = ['a', 'b', 'system.release']
const slugs = ['x', 'y', '', 'a\u0000b', '__proto__']
const bases = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9', 'deep.one', '_.releases.r1']

const randomId = ({pick, chance}: Random): string => {
  const base = pick(bases)
  if (chance(0.6)) return base
  return chance(0.6) ? `drafts.${base}` : `versions.${pick(['r1', 'r2'])}.${base}`
}

/** Edge cases for an index: absent, null, other types, arrays, arrays of arrays. */
const unusualValue = (random: Random): unknown =>
  random.pick([
    null,
    0,
    true,
    [],
    {},
    random.pick(slugs),
    [random.pick(slugs)],
    [[random.pick(slugs)], null],
    {current: 1},
  ])

const reference = (random: Random): unknown =>
  random.chance(0.15)
    ? unusualValue(random)
    : {_type: 'reference', _ref: randomId(random), _key: random.pick(slugs)}

export function randomDocument(random: Random): LakeDocument {
  const {chance, pick, below} = random
  const document: LakeDocument = {
    _id: randomId(random),
    _type: pick(types),
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    n: below(5),
  }
  if (chance(0.8)) document.slug = chance(0.2) ? unusualValue(random) : {current: pick(slugs)}
  if (chance(0.7)) document.tags = chance(0.2) ? unusualValue(random) : [pick(slugs), pick(slugs)]
  if (chance(0.8)) document.ref = reference(random)
  if (chance(0.6)) document.refs = [reference(random), reference(random)]
  if (chance(0.3)) document.name = {cs: pick(slugs), en: unusualValue(random)}
  return document
}

const paths = [
  'slug.current',
  'tags',
  'tags[]',
  'refs[]._ref',
  'ref._ref',
  '_id',
  '_type',
  '_type[]',
  'name.cs',
  '@._type',
  '(slug.current)',
  'coalesce(name.en, name.cs)',
  'missing',
]

const literal = (value: unknown) => JSON.stringify(value)

const constant = (random: Random): string =>
  random.pick([
    literal(random.pick(slugs)),
    literal(random.pick(types)),
    literal(randomId(random)),
    '$slug',
    '$id',
    'null',
    '1',
  ])

const constants = (random: Random): string =>
  random.pick([
    `[${constant(random)}, ${constant(random)}]`,
    '$ids',
    '$mixed',
    '[]',
    literal(types.slice(0, 2)),
  ])

/** Expressions of the enclosing scope: valid only inside another query. */
const outerValue = (random: Random): string =>
  random.pick([
    '^._id',
    '^.ref._ref',
    '^.slug.current',
    '"drafts." + ^._id',
    'coalesce(^.missing, ^._id)',
    '^.tags[0]',
    '^.n',
    '^.refs[0]._ref',
  ])

const outerList = (random: Random): string =>
  random.pick(['^.refs[]._ref', '^.tags', '^.tags[]', '[^._id, ^.ref._ref]', '^._id'])

function atom(random: Random, nested: boolean): string {
  const path = random.pick(paths)
  const key = () => (nested && random.chance(0.6) ? outerValue(random) : constant(random))
  const list = () => (nested && random.chance(0.6) ? outerList(random) : constants(random))
  const unindexed = random.pick([
    'n > 2',
    'defined(slug)',
    'slug.current match "x"',
    'ref->n == 1',
    'true',
    'ref->_type == "a"',
    '_id in path("drafts.**")',
  ])
  const choices = [
    () => `${path} == ${key()}`,
    () => `${key()} == ${path}`,
    () => `${path} in ${list()}`,
    () => `${key()} in ${path}`,
    () => `${key()} in [${path}, ${random.pick(paths)}]`,
    () => `_type == ${literal(random.pick(types))}`,
    () => `references(${random.chance(0.5) ? key() : list()})`,
    () => `sanity::versionOf(${key()})`,
    () => `sanity::partOfRelease(${random.pick(['"r1"', '"r2"', key()])})`,
    () => `${path} != ${key()}`,
    () => unindexed,
    () => `!(${path} == ${key()})`,
    () => `count(*[${condition(random, true, 1)}]) > 1`,
  ]
  return random.pick(choices)()
}

function condition(random: Random, nested: boolean, depth: number): string {
  if (depth === 0 || random.chance(0.4)) return atom(random, nested)
  const left = condition(random, nested, depth - 1)
  const right = condition(random, nested, depth - 1)
  return random.pick([
    `${left} || ${right}`,
    `${left} && ${right}`,
    `(${left}) && (${right})`,
    `(${left} || ${right})`,
    `(${left})`,
  ])
}

const select = (random: Random, nested: boolean): string => {
  const filters = random.chance(0.25)
    ? `[_type == ${literal(random.pick(types))}]`
    : random.chance(0.25)
      ? `[${condition(random, nested, 1)}][${condition(random, nested, 1)}]`
      : `[${condition(random, nested, 2)}]`
  return `*${filters}`
}

/** A random query with all kinds of conditions, and subqueries that refer to the enclosing scope. */
export function randomQuery(random: Random): string {
  if (random.chance(0.05)) return 'releases::all(){_id, _type}'
  const selection = select(random, false)
  const inner = () => select(random, true)
  const projection = random.pick([
    '',
    '._id',
    '{_id, _type}',
    '[0]',
    ' | order(n desc)[0...3]{_id, n}',
    ' | order(slug.current, name.en desc)._id',
    ' | order(tags desc, @.slug)[0...5]._id',
    ' | order(_type desc, coalesce(n, 1))._id',
    ' | score(slug.current match "x", _type == "a"){_id, _score}',
    `{_id, "inner": ${inner()}._id}`,
    `{_id, "inner": ${inner()}{_id, "second": ${inner().replaceAll('^.', '^.^.')}._id}}`,
    `{..., "target": ref->{_id, "back": *[references(^._id)]._id}}`,
    `{_id, "n": count(${inner()}), "list": refs[]{"found": ${inner()}._id}}`,
    ` | order(count(${inner()}) desc, _id)._id`,
    `[count(${inner()}) > 0]._id`,
  ])
  return `${selection}${projection}`
}

export const randomParams = (random: Random) => ({
  slug: random.pick(slugs),
  id: randomId(random),
  ids: [randomId(random), randomId(random), randomId(random)],
  mixed: [random.pick(slugs), null, 1],
})
