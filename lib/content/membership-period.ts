import {joinEnds} from '../dates/partial-date.ts'
import type {Locale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {type DateText, readDate} from './fact.ts'
import type {MembershipState} from './membership-state.ts'

/**
 * The end in words. An end at an unknown time differs from no end. An active membership has no end text. "End
 * unknown" is printed only next to a start date.
 */
export function endText({status, since, until}: MembershipState, locale: Locale): DateText | undefined {
  const {unknownUntil, endedUndated} = messagesIn(locale).membership
  if (until) return readDate(until, locale)
  if (status === 'former') return {text: endedUndated}
  return status === 'unknown' && since ? {text: unknownUntil} : undefined
}

/** "2015 – end unknown", "1998–2004": the period of a membership. Undefined without a start and an end. */
export function periodText(state: MembershipState, locale: Locale): string | undefined {
  const since = readDate(state.since, locale)?.text
  if (!since && !state.until) return undefined
  const end = state.status === 'active' && !state.until ? 'open' : endText(state, locale)
  return joinEnds(since, end, locale)
}
