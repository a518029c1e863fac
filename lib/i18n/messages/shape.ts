import type {Locale} from '../locales.ts'

/** The forms `Intl.PluralRules` asks for in our languages; Czech needs `few`, English doesn't have it. */
export type PluralForms = {one: string; few?: string; other: string}

/** Words for enum values of the content model. A value without a word is printed as nothing, never as its code. */
type Words = Readonly<Record<string, string>>

/** Person roles depend on grammatical gender in Czech; bodies are spoken of in the masculine. */
type RoleForms = {masculine: string; feminine: string}

/** Every string of the interface. The compiler holds both languages to it. */
export type Messages = {
  siteName: string
  siteTitle: string
  siteDescription: string
  navigation: {
    label: string
    skip: string
    home: string
    landing: string
    groups: Record<'czech-networks' | 'european-networks' | 'foreign-partners', string>
    otherLanguage: string
    /** The pages over all networks. */
    views: string
    breadcrumb: string
  }
  home: {title: string; membershipsText: string; about: string}
  landing: {
    lead: string
    /** Leads to the whole of a group; its number follows. */
    all: string
  }
  groupLeads: Record<'czech-networks' | 'european-networks' | 'foreign-partners', string>
  emptyGroup: string
  views: Record<'overview' | 'timeline' | 'relations', {title: string; lead: string}>
  overview: {
    /** Names the table and the frame it scrolls in. */
    table: string
    network: string
    group: string
    kind: string
    status: string
    who: string
    /** Follows the number of lines. */
    count: PluralForms
    /** Between how many are shown and how many there are. */
    of: string
    /** Names the links that narrow the table. */
    filters: string
    all: string
    /** A kind of body none of the others names. */
    otherKind: string
    none: string
  }
  paging: {
    label: string
    page: string
    previous: string
    next: string
  }
  relations: {
    picture: string
    legend: string
    /** What the stroke of a line means. */
    lines: Record<'sure' | 'unconfirmed' | 'over', string>
    list: string
    /** From the organisation to a person who takes part for it. */
    represented: string
    /** From a network to whom a member of it informs; the member's name comes before. */
    informs: string
  }
  timeline: {
    /** Follows a network's name: what the picture is of. */
    picture: string
    legend: string
    undated: string
    table: string
    /** Follows a date that the line of years has no room for. */
    beyond: string
    when: string
    what: string
  }
  facts: {
    title: string
    /** Opens the facts where they are folded away. */
    more: string
    names: string
    bodyType: string
    parent: string
    host: string
    composition: string
    counts: string
    topics: string
    events: string
    website: string
    otherLinks: string
    identifiers: string
    lastChecked: string
  }
  membership: {
    title: string
    member: string
    onBehalfOf: string
    role: string
    since: string
    until: string
    /** In the words of the timeline (lib/dates/partial-date.ts): nobody knows whether and when it ended. */
    unknownUntil: string
    endedUndated: string
    representatives: string
    contribution: string
    reportsTo: string
    /** Where a picture needs a word and no source states a role. */
    roleNotStated: string
    status: string
    documents: string
  }
  networkPage: {
    /** Before its number, for those who hear it. */
    source: string
    sources: string
    corrections: string
    correctionsText: string
    /** Where the page's text is a translation: by the language of the original. */
    correctedIn: Record<Locale, string>
    translatedFrom: Record<Locale, string>
    retrieved: string
    archived: string
  }
  related: {
    title: string
    /** How another network has to do with what follows. */
    shares: Record<'parent' | 'host' | 'informed' | 'parts', string>
    thisNetwork: string
    /** How this network has to do with the other. */
    toThis: Record<'parent' | 'host' | 'informed' | 'parts', string>
  }
  /** Follows what it qualifies, in brackets. */
  accordingTo: string
  undated: string
  announced: string
  /** Follows what happened at a date that is still to come. */
  notYet: string
  asOf: string
  textAsOf: string
  correctionFrom: string
  correctionTo: string
  notFound: {title: string; text: string}
  footer: string
  /** Seen by editors in draft mode only. */
  preview: {
    label: string
    shown: Record<'drafts' | 'published' | 'release', string>
    leave: string
    /** In place of a preview's page that may no longer be shown, or not at the moment. */
    ended: {title: string; text: string; action: string}
    unanswered: {title: string; text: string; action: string}
    malformed: {title: string; text: string}
  }
  bodyTypes: Words
  nameKinds: Words
  eventKinds: Words
  statuses: Words
  evidence: Record<'disputed' | 'unverified' | 'unsourced', string>
  roles: Readonly<Record<string, RoleForms>>
  units: Readonly<Record<string, PluralForms>>
  qualifiers: Words
  identifierSchemes: Words
}
