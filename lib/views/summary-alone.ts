import {buildEach} from '../build-each.ts'
import type {Locale} from '../locales.ts'
import {type Localized, pickText} from '../localized.ts'
import {messagesIn} from '../messages/messages.ts'
import {readString} from '../read.ts'
import {readDate} from './fact.ts'

type Row = {_id?: string | null; summary?: Localized; sourceText?: {asOf?: string | null} | null}

/**
 * The summary as it stands by itself: in search results, feeds, structured data. It says from what time the text is, as
 * the page does, and is left out when it is only there in the other language, which these forms can't mark.
 */
export function summaryAlone(row: Row, locale: Locale): string | undefined {
  const [text] = buildEach([row], readString(row._id) ?? '', ({summary, sourceText}) => {
    const picked = pickText(summary, locale)
    if (!picked || picked.lang) return undefined
    const asOf = readDate(sourceText?.asOf, locale)
    return asOf ? `${picked.text} (${messagesIn(locale).textAsOf.toLowerCase()}: ${asOf.text})` : picked.text
  })
  return text
}
