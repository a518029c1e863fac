/**
 * What a publish changed, in a form that each language can put into words. The Studio stores it
 * (sanity/studio/record-changes.ts), and the feed lists it. `_type` is not in the Studio's schema: editors do
 * not edit records.
 */
export type ChangeRecord = {
  _id: string
  _type: 'change'
  networkId: string
  /** The name at that time: the network may be gone when the feed is made. */
  networkName?: {cs?: string; en?: string}
  parts: ChangePart[]
}

const networkKinds = [
  'added',
  'removed',
  'checked',
  'sources',
  'events',
  'counts',
  'names',
  'topics',
  'corrections',
  'changed',
] as const
const membershipKinds = [
  'role-added',
  'role-removed',
  'role-confirmed',
  'role-unconfirmed',
  'role-ended',
  'role-checked',
  'role-sources',
  'role-changed',
] as const

export const changeKinds = [...networkKinds, ...membershipKinds]
type ChangeKind = (typeof changeKinds)[number]

/** `count`: how many were added, for lists. */
export type ChangePart = {_key: string; kind: ChangeKind; count?: number}

type Document = Readonly<Record<string, unknown>> & {_type: string}
type Before = Document | undefined

/** Fields that no page shows, and that the system sets. */
const hidden = new Set([
  '_id',
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_type',
  '_system',
  'orderRank',
  'editorNote',
])

const part = (kind: ChangeKind, count?: number): ChangePart => ({
  _key: kind,
  kind,
  ...(count !== undefined && {count}),
})

const items = (document: Document, field: string): Record<string, unknown>[] => {
  const list = document[field]
  return Array.isArray(list) ? list : []
}

/** Every source that a document refers to, at any depth. */
function sourceIds(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inner] of Object.entries(value)) {
    const isSource = key === 'source' || key === 'sources'
    for (const each of isSource ? [inner].flat() : []) {
      if (typeof each?._ref === 'string') found.add(each._ref)
    }
    sourceIds(inner, found)
  }
  return found
}

function addedSources(before: Document, after: Document): number {
  const known = sourceIds(before)
  return [...sourceIds(after)].filter((id) => !known.has(id)).length
}

/** The number of new items in a list, and whether an old one was changed or removed. */
function listChange(before: Document, after: Document, field: string) {
  const now = new Map(items(after, field).map((item) => [item._key, JSON.stringify(item)]))
  const old = new Map(items(before, field).map((item) => [item._key, JSON.stringify(item)]))
  return {
    added: [...now.keys()].filter((key) => !old.has(key)).length,
    isChanged: [...old].some(([key, text]) => now.get(key) !== text),
  }
}

/** Whether a field changed that none of the more precise parts is about. */
function isChangedElsewhere(before: Document, after: Document, named: readonly string[]): boolean {
  return Object.keys({...before, ...after}).some(
    (field) =>
      !hidden.has(field) &&
      !named.includes(field) &&
      JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}

const counted = (kind: ChangeKind, count: number) => (count > 0 ? [part(kind, count)] : [])
const lists = ['events', 'counts', 'names', 'topics', 'corrections'] as const

function networkParts(before: Before, after: Before): ChangePart[] {
  if (!before || !after) return [part(after ? 'added' : 'removed')]
  const changes = lists.map((field) => ({field, ...listChange(before, after, field)}))
  const isChecked = after.lastChecked && after.lastChecked !== before.lastChecked
  const isChanged =
    changes.some((change) => change.isChanged) || isChangedElsewhere(before, after, [...lists, 'lastChecked'])
  return [
    ...(isChecked ? [part('checked')] : []),
    ...counted('sources', addedSources(before, after)),
    ...changes.flatMap(({field, added}) => counted(field, added)),
    ...(isChanged ? [part('changed')] : []),
  ]
}

const statusKinds: Readonly<Record<string, ChangeKind>> = {
  active: 'role-confirmed',
  former: 'role-ended',
  unknown: 'role-unconfirmed',
}

function membershipParts(before: Before, after: Before): ChangePart[] {
  if (!before || !after) return [part(after ? 'role-added' : 'role-removed')]
  const isChecked = after.lastChecked && after.lastChecked !== before.lastChecked
  const status = after.status === before.status ? undefined : statusKinds[String(after.status)]
  const check = isChecked ? (after.status === 'active' ? 'role-confirmed' : 'role-checked') : undefined
  const kind = status ?? check
  // The end and the time of the statement belong to the change of the status.
  const named = ['status', 'lastChecked', 'sources', ...(status ? ['until', 'asOf'] : [])]
  return [
    ...(kind ? [part(kind)] : []),
    ...counted('role-sources', addedSources(before, after)),
    ...(isChangedElsewhere(before, after, named) ? [part('role-changed')] : []),
  ]
}

/** What changed between two published versions of a document. Empty when readers see no difference. */
export function changesBetween(before: Before, after: Before): ChangePart[] {
  const type = (after ?? before)?._type
  if (type === 'network') return networkParts(before, after)
  return type === 'membership' ? membershipParts(before, after) : []
}

/** The network that a document is about. After a move that is the new one. */
export function networkIdOf(document: Document & {_id?: unknown}): string | undefined {
  const reference = document.network as {_ref?: unknown} | undefined
  const id = document._type === 'network' ? document._id : reference?._ref
  return typeof id === 'string' ? id : undefined
}
