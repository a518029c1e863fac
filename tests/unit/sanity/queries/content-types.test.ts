import {expect, test} from 'vitest'
import {checkedTypeNames, contentTypeNames} from '#sanity/queries/content-types.ts'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'

const documents = schemaTypes.filter(({type}) => type === 'document')

test('the registry of content types lists exactly the document types of the schema', () => {
  expect(contentTypeNames.toSorted()).toEqual(documents.map(({name}) => name).toSorted())
})

test('exactly the types that are checked every two years have the field `lastChecked`', () => {
  const checked = documents.filter(
    (type) => 'fields' in type && type.fields.some(({name}) => name === 'lastChecked'),
  )
  expect(checkedTypeNames.toSorted()).toEqual(checked.map(({name}) => name).toSorted())
})
