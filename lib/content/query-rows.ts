import type {Localized} from '../i18n/localized.ts'

/**
 * Types of the query rows, with the fields that pages read. TypeGen's result types must be assignable to
 * them. Every field is optional: drafts and imports may lack any.
 */

type Maybe<Value> = Value | null | undefined
type List<Item> = Maybe<Item[]>

type Keyed = {_key?: Maybe<string>}

type SlugsRow = Maybe<{cs?: Maybe<{current?: Maybe<string>}>; en?: Maybe<{current?: Maybe<string>}>}>

export type SourceRow = {
  _id?: Maybe<string>
  title?: Maybe<string>
  /** The language of the title. The publisher's name may be in another one. */
  lang?: Maybe<string>
  url?: Maybe<string>
  publisher?: Maybe<string>
  publisherLang?: Maybe<string>
  retrieved?: Maybe<string>
  asOf?: Maybe<string>
  archivedUrl?: Maybe<string>
}

/** The fields of a network that a list needs, and that decide its path. */
export type NetworkLinkRow = {
  _id?: Maybe<string>
  name?: Localized
  slug?: SlugsRow
  level?: Maybe<string>
  relationKind?: Maybe<string>
  bodyType?: Maybe<string>
  acronym?: Maybe<string>
  logo?: Maybe<LogoRow>
}

/** An image field. components/network-mark.tsx builds its URL. */
export type LogoRow = {
  asset?: Maybe<{_ref?: Maybe<string>}>
  crop?: Maybe<{top?: Maybe<number>; bottom?: Maybe<number>; left?: Maybe<number>; right?: Maybe<number>}>
  hotspot?: Maybe<{x?: Maybe<number>; y?: Maybe<number>; width?: Maybe<number>; height?: Maybe<number>}>
  /** `informative` when the logo says more than the name beside it. `alt` then describes it. */
  purpose?: Maybe<string>
  alt?: Localized
}

/** A referenced body. Only networks have a page. */
export type BodyRow = NetworkLinkRow & {_type?: Maybe<string>; website?: Maybe<string>}

export type NameRow = Keyed & {
  text?: Maybe<string>
  lang?: Maybe<string>
  kind?: Maybe<string>
  from?: Maybe<string>
  to?: Maybe<string>
  announced?: Maybe<string>
  note?: Localized
  source?: Maybe<SourceRow>
}

export type CountRow = Keyed & {
  value?: Maybe<number>
  qualifier?: Maybe<string>
  unit?: Maybe<string>
  asOf?: Maybe<string>
  note?: Localized
  source?: Maybe<SourceRow>
}

export type EventRow = Keyed & {
  kind?: Maybe<string>
  date?: Maybe<string>
  text?: Localized
  status?: Maybe<string>
  source?: Maybe<SourceRow>
}

/** The membership of a network in another network. */
export type AffiliationRow = Keyed & {network?: Maybe<BodyRow>; source?: Maybe<SourceRow>}

type LinkRow = Keyed & {title?: Localized; url?: Maybe<string>}

type PersonRow = {
  _id?: Maybe<string>
  name?: Maybe<string>
  grammaticalGender?: Maybe<string>
}

type RepresentativeRow = Keyed & {
  person?: Maybe<PersonRow>
  position?: Localized
  from?: Maybe<string>
  to?: Maybe<string>
  public?: Maybe<boolean>
}

type PositionRow = Keyed & {
  title?: Localized
  organization?: Maybe<{name?: Localized}>
  from?: Maybe<string>
  to?: Maybe<string>
  asOf?: Maybe<string>
}

/** The member: a person (`name` is a string) or an organisation (`name` is in both languages). */
type MemberRow =
  | {
      _type: 'person'
      _id?: Maybe<string>
      name?: Maybe<string>
      grammaticalGender?: Maybe<string>
      positions?: List<PositionRow>
    }
  | {_type: 'organization'; _id?: Maybe<string>; name?: Localized}

export type MembershipRow = {
  _id?: Maybe<string>
  member?: Maybe<MemberRow>
  onBehalfOf?: Maybe<BodyRow>
  role?: Maybe<string>
  roleStated?: Maybe<boolean>
  roleLabel?: Localized
  since?: Maybe<string>
  until?: Maybe<string>
  status?: Maybe<string>
  asOf?: Maybe<string>
  representatives?: List<RepresentativeRow>
  contribution?: Localized
  reportsTo?: Maybe<BodyRow>
  documents?: List<
    Keyed & {title?: Maybe<string>; url?: Maybe<string>; lang?: Maybe<string>; date?: Maybe<string>}
  >
  sources?: List<SourceRow>
  lastChecked?: Maybe<string>
}

export type NetworkRow = NetworkLinkRow & {
  summary?: Localized
  body?: Localized<unknown>
  names?: List<NameRow>
  parent?: Maybe<BodyRow>
  host?: Maybe<BodyRow>
  memberOf?: List<AffiliationRow>
  website?: Maybe<string>
  otherLinks?: List<LinkRow>
  sourceText?: Maybe<{lang?: Maybe<string>; asOf?: Maybe<string>; source?: Maybe<SourceRow>}>
  corrections?: List<
    Keyed & {lang?: Maybe<string>; from?: Maybe<string>; to?: Maybe<string>; reason?: Localized}
  >
  topics?: List<Keyed & {text?: Localized; period?: Maybe<string>; source?: Maybe<SourceRow>}>
  counts?: List<CountRow>
  composition?: List<Keyed & {cs?: Maybe<string>; en?: Maybe<string>}>
  events?: List<EventRow>
  identifiers?: List<Keyed & {scheme?: Maybe<string>; value?: Maybe<string>}>
  lastChecked?: Maybe<string>
  memberships?: List<MembershipRow>
}

/**
 * Bodies related to a network, by relation. A body that SIMI informs has the status of the membership that
 * states it.
 */
export type BodiesRow = Maybe<
  Partial<
    Record<
      'parent' | 'host' | 'memberOf' | 'informed' | 'parts',
      List<Maybe<BodyRow & Pick<MembershipRow, 'status' | 'asOf' | 'lastChecked'>>>
    >
  >
>

/** The row of a network page: with the bodies by which related networks are found, and its changes. */
export type NetworkPageRow = NetworkRow & {bodies?: BodiesRow; changes?: Maybe<(string | null)[]>}
export type RelatedRow = NetworkLinkRow & {orderRank?: Maybe<string>; bodies?: BodiesRow}
