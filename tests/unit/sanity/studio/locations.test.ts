import {firstValueFrom, isObservable, throwError} from 'rxjs'
import type {DocumentLocationResolver} from 'sanity/presentation'
import {expect, test, vi} from 'vitest'
import {resolve} from '#sanity/studio/presentation-resolve.ts'

test('when the query for locations fails, the Studio shows a message instead of an error', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const context = {
    documentStore: {listenQuery: () => throwError(() => new Error('Could not establish a connection'))},
  } as unknown as Parameters<DocumentLocationResolver>[1]
  const locations = resolve.locations(
    {id: 'network-picum', type: 'network', version: undefined, perspectiveStack: []},
    context,
  )
  if (!isObservable(locations)) throw new Error('The locations are not an observable.')
  expect(await firstValueFrom(locations)).toEqual({
    message: 'Teď nejde zjistit, na kterých stránkách to je.',
    tone: 'caution',
  })
})
