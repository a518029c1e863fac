import type {DocumentActionComponent, DocumentActionsContext, NewDocumentOptionsContext} from 'sanity'
import {expect, test} from 'vitest'
import {contentTypeNames} from '#sanity/queries/content-types.ts'
import {documentPlugin} from '#sanity/structure/document-plugin.ts'

const {document} = documentPlugin()

const actionsOf = (schemaType: string) => {
  const names = ['publish', 'discardChanges', 'restore', 'unpublish', 'delete', 'duplicate'] as const
  const actions = names.map((action) => Object.assign(() => null, {action}) as DocumentActionComponent)
  if (typeof document?.actions !== 'function') throw new Error('The plugin has no actions')
  const resolved = document.actions(actions, {schemaType} as DocumentActionsContext)
  return resolved.flatMap(({action}) => action ?? [])
}

test('the texts of the site stay one document: they can’t be deleted, duplicated or created again', () => {
  expect(actionsOf('siteTexts')).toEqual(['publish', 'discardChanges', 'restore'])
  expect(actionsOf('network')).toEqual(expect.arrayContaining(['unpublish', 'delete', 'duplicate']))
  const options = contentTypeNames.map((name) => ({
    id: name,
    templateId: name,
    type: 'initialValueTemplateItem' as const,
  }))
  const offered = document?.newDocumentOptions
  if (typeof offered !== 'function') throw new Error('The plugin has no options')
  expect(offered(options, {} as NewDocumentOptionsContext).map(({templateId}) => templateId)).toEqual(
    contentTypeNames.filter((name) => name !== 'siteTexts'),
  )
})
