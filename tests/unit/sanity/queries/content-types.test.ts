import {expect, test} from 'vitest'
import {pageTypes} from '#lib/routing/document-pages.ts'
import {checkedTypeNames, contentTypeNames} from '#sanity/queries/content-types.ts'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'

const documents = schemaTypes.filter(({type}) => type === 'document')

test('the registry of content types lists exactly the document types of the schema', () => {
  expect(contentTypeNames.toSorted()).toEqual(documents.map(({name}) => name).toSorted())
})

test('every document type with a slug has a page, and no other', () => {
  const withSlug = documents.filter(
    (type) => 'fields' in type && type.fields.some(({name}) => name === 'slug'),
  )
  expect(pageTypes.toSorted()).toEqual(withSlug.map(({name}) => name).toSorted())
})

test('what is checked every two years has the field for it', () => {
  const checked = documents.filter(
    (type) => 'fields' in type && type.fields.some(({name}) => name === 'lastChecked'),
  )
  expect(checkedTypeNames.toSorted()).toEqual(checked.map(({name}) => name).toSorted())
})
