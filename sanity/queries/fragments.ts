/** Parts of projections that several queries share. lib/content/query-rows.ts has the types of the rows. */

/** The group of a network. `groupOf` in lib/routing/paths.ts computes the same; a test compares the two. */
export const groupFragment = `select(
  relationKind == "partner" => "foreign-partners",
  level == "czech" => "czech-networks",
  "european-networks"
)`

/** The editors' order, then the name. Networks without a rank come last. */
export const networkOrder = `coalesce(orderRank, "~") asc, coalesce(name.cs, name.en) asc`

/** A logo without its file (after an import or a purge) counts as missing. */
export const networkLinkFragment = `
  _id,
  name{cs, en},
  slug{cs, en},
  level,
  relationKind,
  bodyType,
  "acronym": coalesce(names[kind == "acronym"][0].text, parent->names[kind == "acronym"][0].text),
  "logo": select(defined(logo.asset->_id) => logo{asset, crop, hotspot, purpose, alt{cs, en}})
`

export const sourceFragment = `{_id, title, lang, url, publisher, publisherLang, retrieved, asOf, archivedUrl}`

/** The target of a reference: an organization, or a network, which has a page to link to. */
export const bodyFields = `
  _type,
  _id,
  name{cs, en},
  "slug": select(_type == "network" => slug{cs, en}),
  "level": select(_type == "network" => level),
  "relationKind": select(_type == "network" => relationKind)
`
export const bodyFragment = `{${bodyFields}}`

/** What a body is part of is not itself, nor part of it. Longer circles are left to lib/content/parent-cycles.ts. */
export const hasParent = `parent._ref != _id && parent->parent._ref != _id`

/** A member does not act on behalf of itself, and does not report to itself or to the network it is in. */
export const sitsForAnother = `onBehalfOf._ref != member._ref`
export const informsAnother = `!(reportsTo._ref in [network._ref, member._ref])`

const roleAndStatus = `role, roleStated, roleLabel, since, until, status, asOf, lastChecked`

/** A membership in short: who, in what role, since when. */
export const membershipSummaryFragment = `
  _id,
  member->{_type, _id, name, grammaticalGender},
  "onBehalfOf": select(${sitsForAnother} => onBehalfOf->{_type, _id}),
  ${roleAndStatus}
`

/**
 * The name of a representative leaves the Content Lake only when an editor has marked it as public. A person who
 * has refused or withdrawn consent is named nowhere from then on. The form demands a record of consent. Without
 * one, names stay that were public before there were records; "Needs a check" lists them.
 */
export const membershipFragment = `
  _id,
  member->{
    _type,
    _id,
    name,
    grammaticalGender,
    positions[]{_key, title, organization->{name}, from, to, asOf}
  },
  "onBehalfOf": select(${sitsForAnother} => onBehalfOf->${bodyFragment}),
  ${roleAndStatus},
  representatives[public == true && person->nameConsent.basis != "refused"]{_key, person->{_id, name}, position, from, to, public},
  contribution,
  "reportsTo": select(${informsAnother} => reportsTo->${bodyFragment}),
  documents[]{_key, title, url, lang, date},
  sources[]->${sourceFragment}
`

/**
 * When each document last changed that a network's page, or its entry in a group, shows. The newest is the
 * date of the page. A test compares this with everything that `networkFragment` reads. Related networks are
 * left out: they are links to other pages, and each of those has its own date.
 */
export const networkChanges = `
  "changes": [
    _updatedAt,
    parent->_updatedAt,
    host->_updatedAt,
    ...memberOf[].network->_updatedAt,
    ...memberOf[].source->_updatedAt,
    sourceText.source->_updatedAt,
    ...names[].source->_updatedAt,
    ...counts[].source->_updatedAt,
    ...events[].source->_updatedAt,
    ...topics[].source->_updatedAt,
    ...*[_type == "membership" && network._ref == ^._id]{"changes": [
      _updatedAt,
      member->_updatedAt,
      ...member->positions[].organization->_updatedAt,
      onBehalfOf->_updatedAt,
      reportsTo->_updatedAt,
      ...representatives[public == true].person->_updatedAt,
      ...sources[]->_updatedAt
    ]}.changes[]
  ]
`

/** Former memberships come last, and dated ones first. The id makes the order stable. */
export const membershipsOf = `*[_type == "membership" && network._ref == ^._id]
  | order(select(status == "former" => 1, 0) asc, coalesce(since, "~") asc, _id asc)`

export const networkFragment = `
  ${networkLinkFragment},
  summary,
  body,
  names[]{_key, text, lang, kind, from, to, announced, note, source->${sourceFragment}},
  "parent": select(${hasParent} => parent->${bodyFragment}),
  host->${bodyFragment},
  memberOf[]{_key, network->${bodyFragment}, source->${sourceFragment}},
  website,
  otherLinks[]{_key, title, url},
  sourceText{lang, asOf, source->${sourceFragment}},
  corrections[]{_key, field, lang, from, to, reason},
  topics[]{_key, text, period, source->${sourceFragment}},
  counts[]{_key, value, qualifier, unit, asOf, note, source->${sourceFragment}},
  composition[]{_key, cs, en},
  events[]{_key, kind, date, text, status, source->${sourceFragment}},
  identifiers[]{_key, scheme, value},
  lastChecked,
  "memberships": ${membershipsOf}{${membershipFragment}}
`

export const landingNetworkFragment = `
  ${networkLinkFragment},
  summary,
  sourceText{asOf},
  "memberships": ${membershipsOf}{${membershipSummaryFragment}}
`

/**
 * The bodies a network is connected with: its parent, its host, networks it is a member of, the body that SIMI reports to from it, its
 * parts. Two networks that share one of them are related.
 */
export const bodiesFragment = `{
  "parent": [select(${hasParent} => parent->${bodyFragment})],
  "host": [host->${bodyFragment}],
  "memberOf": memberOf[].network->${bodyFragment},
  "informed": *[_type == "membership" && network._ref == ^._id && ${informsAnother} && defined(reportsTo->_id)]{
    ...reportsTo->${bodyFragment},
    since,
    until,
    status,
    asOf,
    lastChecked
  },
  "parts": *[_type == "organization" && parent._ref == ^._id]${bodyFragment}
}`
