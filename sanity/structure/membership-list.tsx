import {AddIcon} from '@sanity/icons/Add'
import {useMemo} from 'react'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'
import {compareNames} from '#lib/i18n/collation.ts'
import type {Localized} from '#lib/i18n/localized.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {inStudioLanguage} from '#sanity/schemas/preview-text.ts'
import {useLiveQuery} from '#sanity/schemas/use-live-query.ts'
import {documentOf} from './document-pane.ts'
import {DocumentRows} from './document-rows.tsx'

const MEMBERSHIPS_QUERY = `*[_type == "membership" && ($status == "all" || status == $status)]{
  _id, _type, "network": network->name, since
}`

type MembershipRow = {_id: string; _type: string; network?: Localized; since?: string | null}

const byName = compareNames(studioLanguage)

/** By the network's name in the editor's alphabet, which GROQ can't sort by. Then by the beginning. */
export const sortedByNetwork = (rows: readonly MembershipRow[]) =>
  rows
    .map(({network, ...row}) => ({...row, name: inStudioLanguage(network) ?? ''}))
    .toSorted((a, b) => byName(a.name, b.name) || (a.since ?? '').localeCompare(b.since ?? ''))

function MembershipList({options}: {options?: {status?: string}}) {
  const status = options?.status ?? 'all'
  const {data, failed} = useLiveQuery<MembershipRow[]>(
    MEMBERSHIPS_QUERY,
    useMemo(() => ({status}), [status]),
  )
  const rows = useMemo(() => data && sortedByNetwork(data), [data])
  return <DocumentRows rows={rows} failed={failed} empty={t('Žádné členství.', 'No membership.')} />
}

/** The memberships with one status, or all. The list of all also opens memberships from links. */
export function membershipList(
  S: StructureBuilder,
  context: Parameters<StructureResolver>[1],
  {id, title, status}: {id: string; title: string; status?: string},
): ListItemBuilder {
  const pane = S.component(MembershipList)
    .id(id)
    .title(title)
    .options({status})
    .menuItems([
      S.menuItem()
        .title(t('Přidat členství', 'Add a membership'))
        .icon(AddIcon)
        .intent({type: 'create', params: {type: 'membership'}})
        .showAsAction(true),
    ])
    .child((documentId) => documentOf(S, context, documentId, 'membership'))
    .serialize({path: [id]})
  const opens = (_name: string, {type}: {type?: string}) => status === undefined && type === 'membership'
  return S.listItem()
    .id(id)
    .title(title)
    .child(Object.assign(pane, {canHandleIntent: opens}))
}
