import type {LakeDocument} from '../src/document.ts'
import type {Random} from './planner-cases.ts'

/** In such a document each string is different from all others, so an equal value is the right source. */
export function uniqueDocument(random: Random, id: string, unique: () => string): LakeDocument {
  const {chance, pick, below} = random
  const block = (depth: number): unknown => ({
    _key: chance(0.8) ? unique() : pick(['same', "it's", '']),
    text: unique(),
    ...(chance(0.5) ? {ref: {_ref: pick(ids)}} : {}),
    ...(depth > 0 && chance(0.6) ? {children: [block(depth - 1), block(depth - 1)]} : {}),
  })
  return {
    _id: id,
    _type: pick(['a', 'b']),
    _rev: unique(),
    _createdAt: unique(),
    _updatedAt: unique(),
    n: below(4),
    ...(chance(0.8) ? {title: unique()} : {}),
    ...(chance(0.6) ? {short: unique()} : {}),
    ...(chance(0.7) ? {tags: [unique(), unique(), unique()]} : {}),
    ...(chance(0.7) ? {name: {cs: unique(), "e'n": unique(), list: [unique()]}} : {}),
    ...(chance(0.7) ? {body: [block(2), block(1), block(0)]} : {}),
    ...(chance(0.7) ? {ref: {_ref: pick(ids)}} : {}),
    ...(chance(0.6)
      ? {
          refs: [
            {_key: unique(), _ref: pick(ids)},
            {_key: unique(), _ref: pick(ids)},
          ],
        }
      : {}),
  }
}

export const ids = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5']

type Shape = 'document' | 'block'

const condition = (random: Random, shape: Shape): string =>
  random.pick(
    shape === 'document'
      ? [
          '_type == "a"',
          'defined(title)',
          'n > 1',
          '_id in ["d0", "d1", "d3"]',
          'references("d1")',
          'defined(body[].ref)',
        ]
      : ['defined(ref)', '_key == "same"', 'length(text) > 2', 'defined(children)'],
  )

/** An expression whose value is a list of objects of `shape`. */
function list(random: Random, shape: Shape, inside: Shape | undefined, depth: number): string {
  const {pick, chance} = random
  const base =
    shape === 'document'
      ? pick([
          `*[${condition(random, shape)}]`,
          '*',
          ...(inside === 'document' ? ['refs[]->', '*[references(^._id)]', '*[_id in ^.refs[]._ref]'] : []),
        ])
      : inside === 'block'
        ? 'children[]'
        : inside === 'document'
          ? pick(['body[]', `body[${condition(random, 'block')}]`, 'body[].children[]'])
          : '*.body[]'
  let query = base
  if (chance(0.3)) query = `${query}[${condition(random, shape)}]`
  if (chance(0.15)) query = `(${query} | score(n > 2))`
  const isProjectedFirst = chance(0.4)
  if (isProjectedFirst) query += projection(random, shape, depth - 1)
  if (chance(0.3)) query = `(${query} | order(${pick(['n desc', 'title', '_id', '_key'])}))`
  if (chance(0.4)) query += pick(['[0..1]', '[0...2]', '[1..-1]', '[-2..-1]'])
  if (!isProjectedFirst && chance(0.6)) query += projection(random, shape, depth - 1)
  return query
}

const simple = (random: Random, shape: Shape): string =>
  random.pick(
    shape === 'document'
      ? [
          ...[
            'title',
            'name.cs',
            'name["e\'n"]',
            'name',
            'tags',
            'tags[]',
            'tags[0]',
            'tags[-1]',
            'tags[0..1]',
            'body',
          ],
          ...[
            'body[0].text',
            'body[].text',
            'body[].children[].text',
            'body[defined(ref)][0]',
            'ref->title',
            'ref->',
          ],
          ...[
            'refs[]->title',
            'refs[]->name.cs',
            'refs[0]->body[0]',
            'body[].ref->title',
            'n',
            '_id',
            '@',
            'refs',
          ],
          ...[
            '(name).list',
            'array::compact(tags)',
            'array::unique(body[])',
            'upper(title)',
            '@["name"]["cs"]',
          ],
          ...[
            '[title, ...tags, name.cs]',
            '{"a": title, name}.name.cs',
            '{"l": [title, short]}.l[1]',
            'title + "!"',
          ],
        ]
      : [
          'text',
          '_key',
          '@',
          'ref->title',
          'ref->',
          'children[0].text',
          'children[].text',
          'children',
          'pt::text(@)',
        ],
  )

function expression(random: Random, shape: Shape, depth: number): string {
  const {pick, chance} = random
  const inner = () => expression(random, shape, depth - 1)
  if (depth <= 0 || chance(0.5)) return simple(random, shape)
  return pick([
    () => `coalesce(missing, ${inner()}, ${inner()})`,
    () => `select(n > 1 => ${inner()}, defined(text) => ${inner()}, ${inner()})`,
    () => `select(n > 1 => ${inner()})`,
    () => object(random, shape, depth - 1),
    () => list(random, pick(['document', 'block']), shape, depth - 1),
    () => `${list(random, pick(['document', 'block']), shape, depth - 1)}[0]`,
    () => `count(${list(random, pick(['document', 'block']), shape, depth - 1)})`,
    () => `(${inner()})`,
    () => `[${inner()}, ...${inner()}]`,
    () => `ref->${projection(random, 'document', depth - 1)}`,
    () => '^.title',
    () => 'string::split(title, "")',
  ])()
}

function object(random: Random, shape: Shape, depth: number): string {
  const {chance, pick} = random
  const attributes = Array.from({length: 1 + random.below(4)}, (_, index) => {
    if (chance(0.2)) return '...'
    if (chance(0.1)) return `...${expression(random, shape, depth)}`
    if (chance(0.15)) return `${condition(random, shape)} => ${object(random, shape, depth - 1)}`
    if (chance(0.2))
      return shape === 'document' ? pick(['title', 'name', 'tags', 'body[]', 'n', '_id']) : 'text'
    return `"${pick(['x', 'title', 'text', `k${index}`, "it's", 'children'])}": ${expression(random, shape, depth)}`
  })
  return `{${attributes.join(', ')}}`
}

const projection = (random: Random, shape: Shape, depth: number): string =>
  depth < 0 ? '' : object(random, shape, depth)

export function tracedQuery(random: Random): string {
  const {pick, chance} = random
  const query = list(random, pick(['document', 'document', 'block']), undefined, 3)
  if (chance(0.2)) return `${query}[0]`
  if (chance(0.15)) return `{"first": ${query}, "second": ${list(random, 'document', undefined, 2)}[0].title}`
  if (chance(0.1)) return `${query}.title`
  return query
}
