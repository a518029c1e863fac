import type {EditTarget} from '../content/edit-target.ts'
import {homeOrganizationId} from '../content/home-organization.ts'
import {isOurs, memberName, shortMemberName} from '../content/member-name.ts'
import {roleText, statusText, statusWords} from '../content/membership-view.ts'
import {bodyReference, isOnSite, networkLink} from '../content/network-link.ts'
import {isInCircle} from '../content/parent-circles.ts'
import {type Certainty, certaintyOf} from '../content/qualifications.ts'
import type {BodyRow, MembershipRow, NetworkLinkRow} from '../content/query-rows.ts'
import type {Locale} from '../i18n/locales.ts'
import {joined, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'

type WithParent = BodyRow & {parent?: BodyRow | null | undefined}

export type RelationsRow = NetworkLinkRow & {
  parent?: WithParent | null | undefined
  host?: WithParent | null | undefined
  memberships?: (MembershipRow & {reportsTo?: WithParent | null | undefined})[] | null | undefined
}

/** `kicker` says what it is: a network's group. */
export type Node = {
  id: string
  kind: 'home' | 'person' | 'network' | 'body'
  name: Text
  kicker?: string
  href?: string
}

/**
 * Read "from – label – to": SIMI – founding member – Consortium. `status` says in words what the page says of it: that it
 * isn't confirmed, has ended, as of when; `over` is the short word for the latter, to be printed with the label.
 */
export type Edge = {
  id: string
  from: string
  to: string
  label: Text
  certainty: Certainty
  status?: string
  over?: string
  edit?: EditTarget
}

const rank: Record<Certainty, number> = {sure: 2, unconfirmed: 1, over: 0}

export type Relations = {nodes: Node[]; edges: Edge[]}

class Graph {
  readonly nodes = new Map<string, Node>()
  readonly edges = new Map<string, Edge>()

  add(node: Node) {
    // A network is also met as somebody's parent, with less said of it: the fuller node stays.
    if (this.nodes.get(node.id)?.kind !== 'network') this.nodes.set(node.id, node)
    return node.id
  }

  join(edge: Omit<Edge, 'id'>) {
    const id = [edge.from, edge.to, edge.label.text].join(' ')
    const known = this.edges.get(id)
    // What is surest wins, when the same is said twice of the same two.
    if (!known || rank[edge.certainty] > rank[known.certainty]) this.edges.set(id, {id, ...edge})
  }
}

/** A body and what it is part of, as far as it is told. */
function addBody(graph: Graph, body: WithParent | null | undefined, locale: Locale): string | undefined {
  const reference = bodyReference(body, locale)
  const id = parseString(body?._id)
  if (!body || !reference || !id) return undefined
  const {text: name, href} = reference
  const isNetwork = body._type === 'network' && isOnSite(networkLink(body, locale))
  graph.add({id, kind: isNetwork ? 'network' : 'body', name, ...(href && {href})})
  const parent = addBody(graph, body.parent, locale)
  const label = {text: messagesIn(locale).facts.parent}
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
  if (!isOurs(row)) graph.add({id: member, kind: row.member?._type === 'person' ? 'person' : 'body', name})
  const certainty = certaintyOf(row, now)
  const over = certainty === 'over' ? statusText(row, locale, now)?.word : undefined
  const status = statusWords(row, locale, now)
  // Whom a member speaks for or informs is known from the same statement as the membership itself.
  const known = {certainty, ...(status && {status}), ...(over && {over})}
  graph.join({
    from: member,
    to: network,
    label: roleText(row, locale) ?? {text: membership.roleNotStated},
    ...known,
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

/** Nothing is part of itself, and nobody knows which line of a circle is wrong: none is drawn. */
function withoutRings(edges: Edge[]): Edge[] {
  const isPart = ({edit}: Edge) => edit?.path === 'parent'
  const parents = new Map(edges.filter(isPart).map(({from, to}) => [from, to]))
  return edges.filter((edge) => !isPart(edge) || !isInCircle(edge.from, parents))
}

/**
 * SIMI, the networks in the editors' order, what these are part of and who houses them, and the people who take part
 * for SIMI. A malformed part is left out and logged.
 */
export function relationsOf(
  rows: readonly RelationsRow[] | null | undefined,
  locale: Locale,
  now = new Date(),
): Relations {
  const {siteName, navigation, facts} = messagesIn(locale)
  const graph = new Graph()
  graph.add({id: homeOrganizationId, kind: 'home', name: {text: siteName}})
  const known = mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const {id, name, group, paths} = networkLink(row, locale)
      const href = paths[locale]
      if (!href) return undefined
      graph.add({id, kind: 'network', name, kicker: navigation.groups[group], href})
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
    for (const field of ['parent', 'host'] as const) {
      mapValid([row[field]], id, (body) => {
        const to = addBody(graph, body, locale)
        const label = {text: facts[field]}
        const edit = {id, type: 'network', path: field}
        if (to) graph.join({from: id, to, label, certainty: 'sure', edit})
        return to
      })
    }
  }
  return {nodes: [...graph.nodes.values()], edges: withoutRings([...graph.edges.values()])}
}
