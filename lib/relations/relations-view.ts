import type {EditTarget} from '../content/edit-target.ts'
import {homeOrganizationId} from '../content/home-organization.ts'
import {isOurs, memberName, shortMemberName} from '../content/member-name.ts'
import {periodText} from '../content/membership-period.ts'
import {membershipState} from '../content/membership-state.ts'
import {roleText, statusMark, statusText} from '../content/membership-view.ts'
import {bodyReference, isOnSite, networkLink} from '../content/network-link.ts'
import {isInCycle} from '../content/parent-cycles.ts'
import {type Certainty, certaintyOf} from '../content/qualifications.ts'
import type {AffiliationRow, BodyRow, MembershipRow, NetworkLinkRow} from '../content/query-rows.ts'
import {itemPath} from '../content/shared-facts.ts'
import type {Locale} from '../i18n/locales.ts'
import {joined, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import type {Group} from '../routing/paths.ts'

type WithParent = BodyRow & {parent?: BodyRow | null | undefined}

export type RelationsRow = NetworkLinkRow & {
  parent?: WithParent | null | undefined
  host?: WithParent | null | undefined
  memberOf?: AffiliationRow[] | null | undefined
  memberships?: (MembershipRow & {reportsTo?: WithParent | null | undefined})[] | null | undefined
}

/** In the order of the legend. A `network` has a page of its own. */
export const nodeKinds = ['home', 'network', 'body', 'person'] as const

export type Node = {
  id: string
  kind: (typeof nodeKinds)[number]
  name: Text
  group?: Group
  href?: string
  edit: EditTarget
}

/**
 * Read as "from – label – to": SIMI – founding member – Consortium. `when`: the period of a membership, or that
 * it has ended; printed with the label. `status`: its status in words, as on the page.
 */
export type Edge = {
  id: string
  from: string
  to: string
  label: Text
  certainty: Certainty
  status?: string
  when?: string
  edit?: EditTarget
}

const rank: Record<Certainty, number> = {sure: 2, unconfirmed: 1, over: 0}

export type RelationsView = {nodes: Node[]; edges: Edge[]}

class Graph {
  readonly nodes = new Map<string, Node>()
  readonly edges = new Map<string, Edge>()

  add(node: Node) {
    // A network can also occur as a parent, with fewer fields. The complete node stays.
    if (this.nodes.get(node.id)?.kind !== 'network') this.nodes.set(node.id, node)
    return node.id
  }

  join(edge: Omit<Edge, 'id'>) {
    const id = [edge.from, edge.to, edge.label.text].join(' ')
    const known = this.edges.get(id)
    // Of two equal edges between the same nodes, the more certain one stays.
    if (!known || rank[edge.certainty] > rank[known.certainty]) this.edges.set(id, {id, ...edge})
  }
}

const nameOf = (id: string, type: string | null | undefined): EditTarget => ({
  id,
  type: type ?? '',
  path: 'name',
})

/** Adds a body and its ancestors, as far as the row has them. */
function addBody(graph: Graph, body: WithParent | null | undefined, locale: Locale): string | undefined {
  const reference = bodyReference(body, locale)
  const id = parseString(body?._id)
  if (!body || !reference || !id) return undefined
  const {text: name, href} = reference
  const isNetwork = body._type === 'network' && isOnSite(networkLink(body, locale))
  graph.add({
    id,
    kind: isNetwork ? 'network' : 'body',
    name,
    ...(href && {href}),
    edit: nameOf(id, body._type),
  })
  const parent = addBody(graph, body.parent, locale)
  const label = {text: messagesIn(locale).relations.partOf}
  const edit = {id, type: body._type ?? '', path: 'parent'}
  if (parent) graph.join({from: id, to: parent, label, certainty: 'sure', edit})
  return id
}

function addMembership(
  graph: Graph,
  row: NonNullable<RelationsRow['memberships']>[number],
  network: string,
  locale: Locale,
  now: Date,
) {
  const {membership, relations} = messagesIn(locale)
  const id = parseString(row._id) ?? ''
  const member = parseString(row.member?._id)
  const name = memberName(row, locale)
  if (!member || !name) throw new TypeError('the membership has no member with a name')
  if (!isOurs(row)) {
    const kind = row.member?._type === 'person' ? 'person' : 'body'
    graph.add({id: member, kind, name, edit: nameOf(member, row.member?._type)})
  }
  const certainty = certaintyOf(row, now)
  const ended = certainty === 'over' ? statusText(row, locale, now)?.word : undefined
  const when = periodText(membershipState(row, now), locale) ?? ended
  const status = statusMark(row, locale, now)
  // The lines for "on behalf of" and "reports to" are as certain as the membership that states them.
  const known = {certainty, ...(status && {status})}
  graph.join({
    from: member,
    to: network,
    label: roleText(row, locale) ?? {text: membership.roleNotStated},
    ...known,
    ...(when && {when}),
    edit: {id, type: 'membership', path: 'role'},
  })
  const behalf = row.onBehalfOf
  if (behalf && parseString(behalf._id) === homeOrganizationId) {
    graph.join({
      from: homeOrganizationId,
      to: member,
      label: {text: relations.represented},
      ...known,
      edit: {id, type: 'membership', path: 'onBehalfOf'},
    })
  }
  const informed = addBody(graph, row.reportsTo, locale)
  if (informed) {
    graph.join({
      from: network,
      to: informed,
      label: joined(shortMemberName(row, locale) ?? name, ` ${relations.informs}`),
      ...known,
      edit: {id, type: 'membership', path: 'reportsTo'},
    })
  }
}

/** Removes all parent edges of a cycle: at least one is wrong, but it is unknown which. */
function withoutParentCycles(edges: Edge[]): Edge[] {
  const isPart = ({edit}: Edge) => edit?.path === 'parent'
  const parents = new Map(edges.filter(isPart).map(({from, to}) => [from, to]))
  return edges.filter((edge) => !isPart(edge) || !isInCycle(edge.from, parents))
}

/**
 * A graph of SIMI, the networks in the editors' order, their parents and hosts, and the members. A malformed
 * part is left out and logged.
 */
export function relationsView(
  rows: readonly RelationsRow[] | null | undefined,
  locale: Locale,
  now = new Date(),
): RelationsView {
  const {siteName, relations} = messagesIn(locale)
  const graph = new Graph()
  graph.add({
    id: homeOrganizationId,
    kind: 'home',
    name: {text: siteName},
    edit: nameOf(homeOrganizationId, 'organization'),
  })
  const known = mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const {id, name, group, paths} = networkLink(row, locale)
      const href = paths[locale]
      if (!href) return undefined
      graph.add({id, kind: 'network', name, group, href, edit: nameOf(id, 'network')})
      return {id, row}
    },
  )
  for (const {id, row} of known) {
    mapValid(
      row.memberships,
      (membership) => membership?._id,
      (membership) => {
        addMembership(graph, membership, id, locale, now)
        return true
      },
    )
    mapValid([row.parent], id, (body) => {
      const to = addBody(graph, body, locale)
      const edit = {id, type: 'network', path: 'parent'}
      if (to) graph.join({from: id, to, label: {text: relations.partOf}, certainty: 'sure', edit})
      return to
    })
    mapValid(row.memberOf, id, ({_key, network}) => {
      const to = addBody(graph, network, locale)
      const edit = {id, type: 'network', path: itemPath('memberOf', _key ?? '')}
      if (to) graph.join({from: id, to, label: {text: relations.memberOf}, certainty: 'sure', edit})
      return to
    })
    mapValid([row.host], id, (body) => {
      const from = addBody(graph, body, locale)
      const edit = {id, type: 'network', path: 'host'}
      if (from) graph.join({from, to: id, label: {text: relations.hosts}, certainty: 'sure', edit})
      return from
    })
  }
  return {nodes: [...graph.nodes.values()], edges: withoutParentCycles([...graph.edges.values()])}
}
