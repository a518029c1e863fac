import type {OrganizationRow} from '../content/home-view.ts'
import type {NetworkRow} from '../content/query-rows.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import type {Column, Content} from './table.ts'

/** A fact of a body: an item of a list in its document. The id is the document's, with the item's key. */
export type Item<Fact> = Fact & {id: string; bodyId: string}

export type List<Fact> = readonly Fact[] | null | undefined

export type Body = NetworkRow | OrganizationRow

/** SIMI first, then the networks. */
export const bodies = ({networks, home}: Content) => [home, ...networks]

/** The items of one list of each document. A malformed one is left out and logged. */
export function itemsOf<Fact extends {_key?: string | null | undefined}>(
  documents: readonly ({_id?: string | null | undefined} | null | undefined)[],
  listOf: (document: never) => List<Fact>,
): Item<Fact>[] {
  return documents.flatMap((document) => {
    const bodyId = document && parseString(document._id)
    if (!bodyId) return []
    return mapValid(listOf(document as never), bodyId, (fact) => ({
      ...fact,
      id: `${bodyId}#${requireString(fact._key, 'the key of an item')}`,
      bodyId,
    }))
  })
}

export const itemId = ({id}: {id: string}) => id

export const idColumns = <Row extends Item<unknown>>(): Column<Row>[] => [
  {name: 'id', description: 'Stable id', isRequired: true, value: ({id}) => id},
  {
    name: 'body_id',
    description: 'The body that it is about: its id in networks or organizations',
    isRequired: true,
    value: ({bodyId}) => bodyId,
  },
]

export const text = (name: string, description: string) => ({name, description})
