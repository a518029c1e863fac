import type {SourceRow} from '../content/query-rows.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {type Content, pastEdtf, table} from './table.ts'

type WithSource = {source?: SourceRow | null | undefined}
type List = readonly (WithSource | null | undefined)[] | null | undefined

const sourcesIn = (list: List, id: string) => mapValid(list, id, (item) => item?.source ?? undefined)

/** Every source that a row of another table refers to, once. */
function sources({networks, home}: Content): SourceRow[] {
  const used = [
    ...[home?.names, home?.events].flatMap((list) => sourcesIn(list, home?._id ?? '')),
    ...networks.flatMap(({_id, sourceText, names, events, counts, topics, memberOf, memberships}) => [
      ...sourcesIn([sourceText], _id ?? ''),
      ...[names, events, counts, topics, memberOf].flatMap((list) => sourcesIn(list, _id ?? '')),
      ...mapValid(memberships, _id ?? '', (membership) =>
        mapValid(membership.sources, membership._id ?? '', (source) => source ?? undefined),
      ).flat(),
    ]),
  ]
  return [...new Map(used.map((source) => [source._id ?? '', source])).values()].toSorted((a, b) =>
    (a._id ?? '') < (b._id ?? '') ? -1 : 1,
  )
}

export const sourcesTable = table<SourceRow>({
  name: 'sources',
  title: {cs: 'Zdroje', en: 'Sources'},
  description: 'The publications in which the facts were read',
  key: ['id'],
  rows: sources,
  idOf: ({_id}) => _id ?? '',
  columns: [
    {name: 'id', description: 'Stable id', isRequired: true, value: ({_id}) => parseString(_id)},
    {
      name: 'title',
      description: 'Title',
      isRequired: true,
      value: ({title}) => requireString(title, 'the title of a source'),
    },
    {name: 'lang', description: 'The language of the title (BCP 47)', value: ({lang}) => parseString(lang)},
    {name: 'url', description: 'Address', format: 'uri', value: ({url}) => safeUrl(url)},
    {name: 'publisher', description: 'Publisher', value: ({publisher}) => parseString(publisher)},
    {
      name: 'publisher_lang',
      description: 'The language of the publisher’s name (BCP 47)',
      value: ({publisherLang}) => parseString(publisherLang),
    },
    {
      name: 'as_of_edtf',
      description: 'The time the source is from (EDTF). Empty: it has no date',
      value: ({asOf}, content) => pastEdtf(asOf, content),
    },
    {
      name: 'retrieved',
      description: 'The day on which an editor last read it. Empty: not noted',
      type: 'date',
      value: ({retrieved}, content) => pastEdtf(retrieved, content),
    },
    {
      name: 'archived_url',
      description: 'An archived copy',
      format: 'uri',
      value: ({archivedUrl}) => safeUrl(archivedUrl),
    },
  ],
})
