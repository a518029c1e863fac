import {isLocale, type Locale} from '../i18n/locales.ts'
import {type Localized, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {readDate} from './fact.ts'

type Row = {_id?: string | null; summary?: Localized; sourceText?: {asOf?: string | null} | null}

/**
 * The summary as it stands by itself: in search results, feeds, structured data. It says from what time the text is, as
 * the page does, in the language of the text.
 */
export function summaryAlone(row: Row, locale: Locale): Text | undefined {
  const [summary] = mapValid([row], parseString(row._id) ?? '', ({summary: field, sourceText}) => {
    const picked = pickText(field, locale)
    const lang = isLocale(picked?.lang) ? picked.lang : locale
    const asOf = readDate(sourceText?.asOf, lang)
    if (!picked || !asOf) return picked
    return {...picked, text: `${picked.text} (${messagesIn(lang).textAsOf.toLowerCase()}: ${asOf.text})`}
  })
  return summary
}
