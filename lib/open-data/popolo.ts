import {membershipState, statedAt} from '../content/membership-state.ts'
import {isOnSite, networkLink} from '../content/network-link.ts'
import {withoutCycles} from '../content/parent-cycles.ts'
import {foundingDate} from '../content/qualifications.ts'
import type {BodyRow, MembershipRow, NetworkRow, SourceRow} from '../content/query-rows.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString, requireString} from '../parsing/parse.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {alternatesOf, dataFiles, dataPath} from '../routing/paths.ts'
import {popoloDate} from './popolo-date.ts'
import {publishedNetworks} from './published.ts'
import type {Rows} from './table.ts'

/** SIMI has not stated a licence for its content, so the file states none. */
const licence = {
  license: 'not stated',
  license_note:
    'SIMI has not stated a licence for this content: © SIMI, ask before reuse. The MIT licence is that of the code.',
} as const

/** Items with different keys. Documents of the same source or name are one. */
const distinct = <Item>(items: Item[], keyOf: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

const links = (list: NetworkRow['otherLinks'], id: string) =>
  mapValid(list, id, ({url, title}) => {
    const href = safeUrl(url)
    return href ? {url: href, ...(title?.en && {note: title.en})} : undefined
  })

const popoloSources = (list: (SourceRow | null | undefined)[] | null | undefined, id: string) =>
  distinct(
    mapValid(list, id, (source) => {
      const url = safeUrl(source?.url)
      return url ? {url, ...(source?.title && {note: source.title})} : undefined
    }),
    ({url}) => url,
  )

/** The start and end date of a period, and a note for what Popolo dates can't express. */
function period(since: unknown, until: unknown) {
  const [from, to] = [popoloDate(since), popoloDate(until)]
  const notes = [from.note && `start: ${from.note}`, to.note && `end: ${to.note}`].filter(Boolean)
  return {
    ...(from.date && {start_date: from.date}),
    ...(to.date && {end_date: to.date}),
    ...(notes.length > 0 && {note: notes.join('; ')}),
  }
}

/**
 * The id and name of a referenced body. A network without a page is not in the file, so nothing may refer to
 * it.
 */
function referencedBody(body: BodyRow | null | undefined): {id: string; name: string} | undefined {
  const id = parseString(body?._id)
  const name = parseString(body?.name?.cs) ?? parseString(body?.name?.en)
  if (!body || !id || !name || (body._type === 'network' && !isOnSite(networkLink(body, 'cs'))))
    return undefined
  return {id, name}
}

/** The names beside the first one, each once. */
function otherNames(row: NetworkRow, id: string, name: string) {
  const english = parseString(row.name?.en)
  const records = mapValid(row.names, id, ({text, lang, kind, from, to}) => {
    const {note, ...dates} = period(from, to)
    return {
      name: requireString(text, 'the text of a name'),
      ...dates,
      note: [kind, lang, note].filter(Boolean).join(', '),
    }
  })
  const isListed = records.some((record) => record.name === english)
  return [
    ...(english && english !== name && !isListed ? [{name: english, note: 'name, en'}] : []),
    ...distinct(
      records.filter((record) => record.name !== name),
      (record) => JSON.stringify(record),
    ),
  ]
}

/** A network, or SIMI. */
function organization(row: NetworkRow, siteUrl: string, now: Date) {
  const {id, name, paths} = networkLink(row, 'cs')
  const founded = foundingDate(row.events, now)
  const website = safeUrl(row.website)
  const classification = parseString(row.bodyType)
  const [parent] = mapValid([row.parent], id, referencedBody)
  return {
    id: requireString(id, 'the id of a network'),
    name: name.text,
    other_names: otherNames(row, id, name.text),
    ...(classification && {classification}),
    ...(parent && {parent_id: parent.id}),
    ...(founded && {founding_date: founded}),
    identifiers: mapValid(row.identifiers, id, ({scheme, value}) => ({
      ...(scheme && {scheme}),
      identifier: requireString(value, 'the value of an identifier'),
    })),
    links: [
      ...Object.entries(paths).map(([locale, path]) => ({url: siteUrl + path, note: `this site, ${locale}`})),
      ...(website ? [{url: website, note: 'website'}] : []),
      ...links(row.otherLinks, id),
    ],
    sources: popoloSources(
      [row.sourceText?.source, ...(row.events ?? []).map(({source}) => source)].filter(Boolean),
      id,
    ),
  }
}

/** `status` and `as_of` (EDTF) are ours: Popolo can't express when a membership was last confirmed. */
function membership(row: MembershipRow, networkId: string, now: Date) {
  const {member, onBehalfOf} = row
  const {since, until, status} = membershipState(row, now)
  const memberId = requireString(member?._id, 'the member')
  const stated = row.roleStated !== false
  const role = stated ? parseString(row.role) : undefined
  const label = stated ? parseString(row.roleLabel?.en) : undefined
  const asOf = statedAt(row, now)
  return {
    id: requireString(row._id, 'the id of a membership'),
    organization_id: networkId,
    ...(member?._type === 'person' ? {person_id: memberId} : {member_id: memberId}),
    ...(onBehalfOf?._id && {on_behalf_of_id: onBehalfOf._id}),
    ...(role && {role}),
    ...(label && {label}),
    ...period(since, until),
    status,
    ...(asOf && {as_of: asOf}),
    sources: popoloSources(row.sources, row._id ?? ''),
  }
}

/** Bodies that the networks refer to (members, parents): id and name only. */
function referencedBodies(rows: readonly NetworkRow[]) {
  const bodies: (BodyRow | null | undefined)[] = rows.flatMap((row) => [
    row.parent,
    ...(row.memberships ?? []).flatMap(({member, onBehalfOf}) => [
      member?._type === 'person' ? undefined : member,
      onBehalfOf,
    ]),
  ])
  return mapValid(bodies, 'a referenced body', referencedBody)
}

/**
 * Networks and memberships as Popolo (https://www.popoloproject.com), and SIMI with all that its page says. A
 * person is exported only as a member in their own name. Representatives of an organisation are not exported.
 */
export function popolo({networks: input, home}: Rows, siteUrl: string, now = new Date()) {
  const rows = withoutCycles(publishedNetworks(input))
  const organizations = mapValid(
    home ? [home, ...rows] : rows,
    (row) => row?._id,
    (row) => organization(row, siteUrl, now),
  )
  const known = new Set(organizations.map(({id}) => id))
  const memberships = rows.flatMap((row) =>
    known.has(row._id ?? '')
      ? mapValid(
          row.memberships,
          (each) => each?._id,
          (each) => membership(each, row._id ?? '', now),
        )
      : [],
  )
  const persons = rows.flatMap((row) =>
    mapValid(row.memberships, row._id ?? '', ({member}) =>
      member?._type === 'person'
        ? {
            id: requireString(member._id, 'the id of a person'),
            name: requireString(member.name, 'the name of a person'),
          }
        : undefined,
    ),
  )
  return {
    $schema: siteUrl + dataFiles.schema,
    meta: {...licence, about: alternatesOf((locale) => siteUrl + dataPath(locale))},
    organizations: [
      ...organizations,
      ...distinct(
        referencedBodies(rows).filter(({id}) => !known.has(id)),
        ({id}) => id,
      ),
    ],
    persons: distinct(persons, ({id}) => id),
    memberships,
  }
}
