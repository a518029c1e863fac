import {type Locale, locales} from '../i18n/locales.ts'
import {pickText, type Text} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {requireString} from '../parsing/parse.ts'
import {type DateText, type Fact, readPastDate, textWithLang} from './fact.ts'
import {type MembershipView, membershipView} from './membership-view.ts'
import {networkFacts} from './network-facts.ts'
import {type NetworkLink, networkLink} from './network-link.ts'
import {pickRichText, type RichTextView} from './portable-text.ts'
import type {NetworkRow} from './query-rows.ts'
import {type SourceView, sourceViews} from './source-view.ts'

type CorrectionView = {key: string; from: Text; to: Text; reason?: Text}

/** The view model of a network page. Texts are in the page's language or have a `lang`. */
export type NetworkView = NetworkLink & {
  summary?: Text
  body?: RichTextView
  /** The date for which the text is known to be true. It may be years ago, so the page prints it. */
  textAsOf?: DateText
  /** The language of the source text, if the printed text is a translation. */
  translatedFrom?: Locale
  facts: Fact[]
  memberships: MembershipView[]
  corrections: CorrectionView[]
  sources: SourceView[]
}

const sourceLang = (row: NetworkRow): Locale | undefined =>
  locales.find((each) => each === row.sourceText?.lang)

/** Corrections refer to the source text and are in its language. Without a source text there are none. */
function correctionViews(id: string, row: NetworkRow, locale: Locale): CorrectionView[] {
  const lang = sourceLang(row)
  if (!lang) return []
  return mapValid(row.corrections, id, (correction) => {
    if (correction.lang && correction.lang !== lang) return undefined
    const reason = pickText(correction.reason, locale)
    return {
      key: correction._key ?? '',
      from: textWithLang(requireString(correction.from, 'the text before a correction'), lang, locale),
      to: textWithLang(requireString(correction.to, 'the text after a correction'), lang, locale),
      ...(reason && {reason}),
    }
  })
}

/** Reads an optional part. A malformed one is left out and logged. */
function optional<Part>(id: string, read: () => Part | undefined): Part | undefined {
  return mapValid([read], id, (part) => part())[0]
}

/** @throws TypeError when the network has no name or its name or slugs are of the wrong type. */
export function networkView(row: NetworkRow, locale: Locale, now = new Date()): NetworkView {
  const link = networkLink(row, locale)
  const {id} = link
  const summary = optional(id, () => pickText(row.summary, locale))
  const body = optional(id, () => pickRichText(row.body, locale))
  const shown = body ?? summary
  const source = sourceLang(row)
  const translatedFrom = shown && source !== (shown.lang ?? locale) ? source : undefined
  const textAsOf = optional(id, () => readPastDate(row.sourceText?.asOf, locale, now))
  return {
    ...link,
    ...(summary && {summary}),
    ...(body && {body}),
    ...(textAsOf && {textAsOf}),
    ...(translatedFrom && {translatedFrom}),
    facts: networkFacts(id, row, locale, now),
    memberships: mapValid(
      row.memberships,
      (membership) => membership?._id,
      (membership) => membershipView(membership, locale, now),
    ),
    corrections: correctionViews(id, row, locale),
    sources: sourceViews(id, row, locale, now),
  }
}
