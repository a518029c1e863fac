import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {EditIcon} from '@sanity/icons/Edit'
import {LinkIcon} from '@sanity/icons/Link'
import {ProjectsIcon} from '@sanity/icons/Projects'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'
import {siteTextsId} from '#lib/content/site-texts.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {type ContentType, contentTypeNames} from '#sanity/queries/content-types.ts'
import {groupList} from './group-list.ts'
import {membershipList} from './membership-list.tsx'
import {needsCheckLists} from './needs-check-lists.tsx'
import {networkGroups} from './network-groups.ts'

const statuses = [
  {id: 'active', title: t('Trvá', 'Goes on')},
  {id: 'former', title: t('Skončilo', 'Has ended')},
  {id: 'unknown', title: t('Nevíme', 'We don’t know')},
]

/**
 * The types without an arrangement of their own, in this order. `tsc` fails when a content type is missing.
 */
const plainLists: Record<Exclude<ContentType, 'network' | 'membership' | 'siteTexts'>, string> = {
  source: t('Zdroje', 'Sources'),
  organization: t('Organizace', 'Organizations'),
  person: t('Lidé', 'People'),
}

const drafts = t('Koncepty', 'Drafts')

/** A list of documents of several types. It offers no creation, because the type would be unknown. */
const documentList = (
  S: StructureBuilder,
  {id, title, filter, params = {}}: {id: string; title: string; filter: string; params?: object},
): ListItemBuilder =>
  S.listItem()
    .id(id)
    .title(title)
    .icon(EditIcon)
    .child(
      S.documentList()
        .id(id)
        .title(title)
        .apiVersion(apiVersion)
        .filter(filter)
        .params({...params})
        .defaultOrdering([{field: '_updatedAt', direction: 'desc'}])
        // Must be the last call: every other call restores the templates of the filter's types.
        .initialValueTemplates([]),
    )

const networks = (S: StructureBuilder, context: Parameters<StructureResolver>[1]) => {
  const title = t('Sítě', 'Networks')
  const items = [
    ...networkGroups.map((group) => groupList(S, context, group)),
    S.divider(),
    S.documentTypeListItem('network').title(t('Všechny', 'All')),
  ]
  return S.listItem().id('networks').title(title).icon(ProjectsIcon).child(S.list().title(title).items(items))
}

const memberships = (S: StructureBuilder, context: Parameters<StructureResolver>[1]) => {
  const title = t('Členství', 'Memberships')
  const items = [
    membershipList(S, context, {id: 'membership', title: t('Všechna', 'All')}),
    S.divider(),
    ...statuses.map(({id, title}) => membershipList(S, context, {id, title, status: id})),
  ]
  return S.listItem().id('memberships').title(title).icon(LinkIcon).child(S.list().title(title).items(items))
}

/** The lists of the Studio's Content tool, by task. */
export const structure: StructureResolver = (S, context) =>
  S.list()
    .title(t('Obsah', 'Content'))
    .items([
      networks(S, context),
      memberships(S, context),
      S.divider(),
      needsCheckLists(S, context),
      documentList(S, {
        id: 'drafts',
        title: drafts,
        filter: '_originalId in path("drafts.**") && _type in $types',
        params: {types: contentTypeNames},
      }),
      S.divider(),
      ...Object.entries(plainLists).map(([type, title]) => S.documentTypeListItem(type).title(title)),
      S.divider(),
      // The document opens at once. A list would offer to create a second one.
      S.listItem()
        .id(siteTextsId)
        .title(t('Texty webu', 'Texts of the site'))
        .icon(EarthGlobeIcon)
        .child(S.document().schemaType('siteTexts').documentId(siteTextsId)),
    ])
