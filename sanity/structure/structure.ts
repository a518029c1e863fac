import {orderableDocumentListDeskItem} from '@sanity/orderable-document-list'
import type {StructureResolver} from 'sanity/structure'
import {networkGroups} from './network-groups.ts'

const statuses = [
  {id: 'active', title: 'Trvá / Active'},
  {id: 'former', title: 'Skončilo / Former'},
  {id: 'unknown', title: 'Nevíme / Unknown'},
]

/** How the Studio's Content tool is arranged. Dragging in a group sets the order on the site. */
export const structure: StructureResolver = (S, context) =>
  S.list()
    .title('Obsah / Content')
    .items([
      S.listItem()
        .id('networks')
        .title('Sítě / Networks')
        .child(
          S.list()
            .title('Sítě / Networks')
            .items([
              ...networkGroups.map(({id, title, filter}) =>
                orderableDocumentListDeskItem({type: 'network', id, title, filter, S, context}),
              ),
              S.divider(),
              S.documentTypeListItem('network').title('Všechny / All'),
            ]),
        ),
      S.listItem()
        .id('memberships')
        .title('Členství / Memberships')
        .child(
          S.list()
            .title('Členství / Memberships')
            .items([
              S.documentTypeListItem('membership').title('Všechna / All'),
              S.divider(),
              ...statuses.map(({id, title}) =>
                S.listItem()
                  .id(id)
                  .title(title)
                  .child(
                    S.documentTypeList('membership')
                      .title(title)
                      .filter('_type == "membership" && status == $status')
                      .params({status: id})
                      .apiVersion('2025-02-19'),
                  ),
              ),
            ]),
        ),
      S.divider(),
      S.documentTypeListItem('organization').title('Organizace / Organizations'),
      S.documentTypeListItem('person').title('Lidé / People'),
      S.documentTypeListItem('source').title('Prameny / Sources'),
    ])
