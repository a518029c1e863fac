import {getPublishedId} from '@sanity/client/csm'
import type {ObjectSchemaType, SchemaType} from 'sanity'
import {expect, test} from 'vitest'
import {addressesFragment} from '#sanity/queries/link-report.ts'
import {seed, walk} from '../seed/seed.ts'
import {schema} from './validate.ts'

const typeNames = schema.getTypeNames()
const typeOf = (name: string) => schema.get(name) as ObjectSchemaType
const fieldsOf = (type: SchemaType) => ('fields' in type ? type.fields : [])

const documentTypes = typeNames.filter(
  (name) => !name.startsWith('sanity.') && typeOf(name).type?.name === 'document',
)

/** The types of objects that an array in a document can contain. */
function itemTypes(type: SchemaType, found = new Set<string>()): Set<string> {
  for (const {type: field} of fieldsOf(type)) {
    const members: SchemaType[] = 'of' in field ? field.of : []
    for (const {name, jsonType} of members)
      if (jsonType === 'object' && !['reference', 'block'].includes(name)) found.add(name)
    for (const inner of [field, ...members]) if (inner.name !== 'block') itemTypes(inner, found)
  }
  return found
}
const items = [...new Set(documentTypes.flatMap((name) => [...itemTypes(typeOf(name))]))]

test('every document type and every item of a list has an icon of its own', () => {
  expect(items).toContain('historyEvent')
  expect([...documentTypes, ...items].filter((name) => !typeOf(name).icon)).toEqual([])
})

/** The values of all option lists, and what an editor reads instead. */
const codes = new Set<string>()
const titles = new Set<string>()
const collectCodes = (type: SchemaType, depth = 0) => {
  for (const option of (type.options as {list?: unknown[]} | undefined)?.list ?? []) {
    const {value, title} = option as {value: string; title: string}
    codes.add(value)
    titles.add(title)
  }
  if (depth > 4) return
  for (const {type: field} of fieldsOf(type)) collectCodes(field, depth + 1)
}
for (const name of [...documentTypes, ...items]) collectCodes(typeOf(name))
const isCode = (text: string) => codes.has(text) && !titles.has(text)

const byId = new Map(seed.map((document) => [document._id, document]))

/** Reads a path of a preview, through references, as Sanity does. */
function read(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, step) => {
    const {_ref} = (inner ?? {}) as {_ref?: string}
    const target = _ref ? byId.get(getPublishedId(_ref)) : inner
    return (target as Record<string, unknown> | undefined)?.[step]
  }, value)
}

function previewOf(value: Record<string, unknown>): string {
  const {select = {}, prepare} = typeOf(String(value._type)).preview ?? {}
  const selected = Object.fromEntries(Object.entries(select).map(([key, path]) => [key, read(value, path)]))
  const {title, subtitle} = prepare ? prepare(selected) : selected
  return [title, subtitle].filter(Boolean).join(' · ')
}

/** Every document of the seed, and every item of its lists. */
const previewed: Record<string, unknown>[] = [...seed]
for (const document of seed)
  walk(document, (object) => {
    if (items.includes(String(object._type))) previewed.push(object)
  })

test('the preview of every document and item reads in the editor’s language, without codes', () => {
  expect(previewed.length).toBeGreaterThan(150)
  const withCode = previewed.map(previewOf).filter((text) => text.split(' · ').some(isCode))
  expect(withCode).toEqual([])
  const empty = previewed.filter((value) => !previewOf(value)).map(({_type, _key}) => `${_type} ${_key}`)
  expect(empty).toEqual([])
  const texts = previewed.map(previewOf)
  expect(texts).toContain('Poradna pro uprchlíky · dřívější · čeština')
  expect(texts).toContain('Magda Faltová · ředitelka, Sdružení pro integraci a migraci')
})

/** The paths of all fields with a web address, as GROQ writes them. */
function addressPaths(type: SchemaType, path = ''): string[] {
  if (type.name === 'url') return [path]
  if (type.name === 'block') return [`${path}.markDefs[].href`]
  if ('of' in type) return type.of.flatMap((member: SchemaType) => addressPaths(member, `${path}[]`))
  return fieldsOf(type).flatMap(({name, type: field}) =>
    field.name === 'reference' ? [] : addressPaths(field, path ? `${path}.${name}` : name),
  )
}

test('the link checker’s list covers every field with a web address', () => {
  const paths = documentTypes.flatMap((name) => addressPaths(typeOf(name)))
  expect(paths).toContain('otherLinks[].url')
  const listed = addressesFragment.split(/[\s,]+(?:\.\.\.)?/)
  expect([...new Set(paths)].filter((path) => !listed.includes(path))).toEqual([])
})

test('a network is found by its name before the documents that mention the name', () => {
  const select = (name: string) => typeOf(name).preview?.select as Record<string, string>
  for (const name of ['network', 'organization'])
    expect(select(name)).toMatchObject({title: 'name.cs', subtitle: 'name.en'})
})

test.each(['network', 'organization'])('the preview of a %s says which language is incomplete', (name) => {
  const half = {title: 'Jméno', subtitle: undefined}
  expect(typeOf(name).preview?.prepare?.(half).subtitle).toContain('anglicky 0 %')
  const whole = {title: 'Jméno', subtitle: 'Name'}
  expect(typeOf(name).preview?.prepare?.(whole).subtitle).not.toContain('%')
})
