import {expect, test} from 'vitest'
import {checkedTypeNames, contentTypeNames} from '#sanity/queries/content-types.ts'
import {schemaTypes} from '#sanity/schemas/schema-types.ts'

const documents = schemaTypes.filter(({type}) => type === 'document')

test('the registry of content types names every document type of the schema, and no other', () => {
  expect(contentTypeNames.toSorted()).toEqual(documents.map(({name}) => name).toSorted())
})

test('what is checked every two years has the field for it', () => {
  const checked = documents.filter(
    (type) => 'fields' in type && type.fields.some(({name}) => name === 'lastChecked'),
  )
  expect(checkedTypeNames.toSorted()).toEqual(checked.map(({name}) => name).toSorted())
})
