import type {AffiliationRow, NetworkRow} from '../content/query-rows.ts'
import {bodyColumns, sourceColumn} from './columns.ts'
import {type Item, idColumns, itemId, itemsOf} from './item.ts'
import {table} from './table.ts'

export const affiliationsTable = table<Item<AffiliationRow>>({
  name: 'affiliations',
  title: {cs: 'Členství sítí v jiných sítích', en: 'Memberships of networks in other networks'},
  description: 'Networks that are themselves members of another network',
  key: ['id'],
  rows: ({networks}) => itemsOf<AffiliationRow>(networks, ({memberOf}: NetworkRow) => memberOf),
  idOf: itemId,
  columns: [
    ...idColumns<Item<AffiliationRow>>(),
    ...bodyColumns<Item<AffiliationRow>>(
      'member_of',
      'The network it is a member of',
      ({network}) => network,
    ),
    sourceColumn<Item<AffiliationRow>>(),
  ],
})
