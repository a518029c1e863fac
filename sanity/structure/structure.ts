import {orderableDocumentListDeskItem} from '@sanity/orderable-document-list'
import type {StructureResolver} from 'sanity/structure'
import {apiVersion} from '#sanity/api-version.ts'
import {t} from '#sanity/studio/language.ts'
import {networkGroups} from './network-groups.ts'

const statuses = [
  {id: 'active', title: t('Trvá', 'Active')},
  {id: 'former', title: t('Skončilo', 'Former')},
  {id: 'unknown', title: t('Nevíme', 'Unknown')},
]

/** How the Studio's Content tool is arranged. Dragging in a group sets the order on the site. */
export const structure: StructureResolver = (S, context) =>
  S.list()
    .title(t('Obsah', 'Content'))
    .items([
      S.listItem()
        .id('networks')
        .title(t('Sítě', 'Networks'))
        .child(
          S.list()
            .title(t('Sítě', 'Networks'))
            .items([
              ...networkGroups.map(({id, title, filter}) =>
                orderableDocumentListDeskItem({type: 'network', id, title, filter, S, context}),
              ),
              S.divider(),
              S.documentTypeListItem('network').title(t('Všechny', 'All')),
            ]),
        ),
      S.listItem()
        .id('memberships')
        .title(t('Členství', 'Memberships'))
        .child(
          S.list()
            .title(t('Členství', 'Memberships'))
            .items([
              S.documentTypeListItem('membership').title(t('Všechna', 'All')),
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
                      .apiVersion(apiVersion),
                  ),
              ),
            ]),
        ),
      S.divider(),
      S.documentTypeListItem('organization').title(t('Organizace', 'Organizations')),
      S.documentTypeListItem('person').title(t('Lidé', 'People')),
      S.documentTypeListItem('source').title(t('Prameny', 'Sources')),
    ])
