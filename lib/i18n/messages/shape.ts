import type {Locale} from '../locales.ts'
import type {PictureTexts} from './pictures.ts'

/** The categories of `Intl.PluralRules` in our languages. Czech needs `few`; English does not have it. */
export type PluralForms = {one: string; few?: string; other: string}

/** Words for enum values of the content model. A value without a word is not printed. */
type Words = Readonly<Record<string, string>>

/** In Czech a person's role depends on grammatical gender. Organisations take the masculine. */
type RoleForms = {masculine: string; feminine: string}

/**
 * Every string of the interface. Texts that editors change are in ./site-texts.ts. The compiler checks that both
 * languages have all of them.
 */
export type Messages = PictureTexts & {
  siteName: string
  navigation: {
    label: string
    /** The button that opens the navigation on small screens. */
    menu: string
    skip: string
    home: string
    otherLanguage: string
    /** The pages over all networks. */
    views: string
    breadcrumb: string
  }
  home: {more: string}
  landing: {
    /** Link to all networks of a group; their number follows. */
    all: string
  }
  emptyGroup: string
  overview: {
    table: string
    network: string
    group: string
    kind: string
    status: string
    when: string
    /** Follows the number of memberships. */
    count: PluralForms
    /** Between the number of selected memberships and the number of all. */
    of: string
    /** Label of the filter links. */
    filters: string
    all: string
    /** A type of body without a word of its own. */
    otherKind: string
    none: string
  }
  paging: {
    label: string
    page: string
    previous: string
    next: string
  }
  facts: {
    title: string
    names: string
    bodyType: string
    parent: string
    host: string
    memberOf: string
    composition: string
    counts: string
    /** Counts other than the newest of each unit. */
    otherCounts: string
    topics: string
    events: string
    website: string
    otherLinks: string
    identifiers: string
  }
  membership: {
    title: string
    member: string
    onBehalfOf: string
    /** Follows the name of a person who acts for the organisation of this site. */
    forHome: string
    role: string
    since: string
    until: string
    /** The mark of a membership that is not confirmed and whose source has no date. */
    undatedSource: string
    /** Unknown whether and when it ended. The same words as in lib/dates/partial-date.ts. */
    unknownUntil: string
    endedUndated: string
    representatives: string
    contribution: string
    reportsTo: string
    /** In pictures, when no source states a role. */
    roleNotStated: string
    status: string
    documents: string
  }
  networkPage: {
    /** The heading of the text. */
    text: string
    /** Label of the list of headings. */
    contents: string
    /** Before the number of a source, for screen readers. */
    source: string
    sources: string
    corrections: string
    showCorrections: string
    correctionsText: string
    /** On a page whose text is a translation, by the language of the original. */
    correctedIn: Record<Locale, string>
    translatedFrom: Record<Locale, string>
    retrieved: string
    /** Before the name of a site that holds a copy of the publisher's document. */
    copyAt: string
    archived: string
  }
  related: {
    title: string
    /** The link to the map around the network. */
    map: string
    /** Relation of another network to the body that follows. */
    shares: Record<'parent' | 'host' | 'memberOf' | 'informed' | 'parts', string>
    thisNetwork: string
    /** Relation of this network to the other. */
    toThis: Record<'parent' | 'host' | 'memberOf' | 'informed' | 'parts', string>
  }
  /** The end of every page. */
  pageRecord: {
    title: string
    changed: string
    /** On a list, after its date of change. */
    newest: string
    checked: string
    notChecked: string
    /** Between the number of checked entries and the number of all; follows "of". */
    of: string
    entries: PluralForms
    /** Before the date of the oldest check. */
    oldestCheck: string
    cite: string
    /** In the line to cite, before the date of the last change. */
    version: string
    wrong: string
    /** Before the address of the organisation's website. */
    write: string
    giveAddress: string
  }
  /** In brackets, before the source of a value. */
  accordingTo: string
  undated: string
  /** On a page with memberships that are not confirmed: what their marks mean. */
  notice: string
  announced: string
  /** Follows an event with a future date. */
  notYet: string
  asOf: string
  textAsOf: string
  correctionFrom: string
  correctionTo: string
  notFound: {title: string; text: string}
  footer: string
  /** Before the address of the organisation's website. */
  contact: string
  /** For editors in draft mode only. */
  preview: {
    label: string
    shown: Record<'drafts' | 'published' | 'release', string>
    leave: string
    /** Pages instead of a preview: the session has ended, or the CMS does not answer. */
    ended: {title: string; text: string; action: string}
    unanswered: {title: string; text: string; action: string}
    malformed: {title: string; text: string}
    /** Why there is no page, and what an editor can do. */
    missing: Record<'unknown' | 'unpublished' | 'untranslated' | 'moved', {title: string; text: string}> & {
      open: string
      show: string
      /** The name of a group follows. */
      create: string
    }
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
