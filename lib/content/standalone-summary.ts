import {isLocale, type Locale} from '../i18n/locales.ts'
import {type Localized, pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {readDate} from './fact.ts'

type Row = {_id?: string | null; summary?: Localized; sourceText?: {asOf?: string | null} | null}

/**
 * The summary with its as-of date, for use outside the page: search results, feeds, structured data. The date
 * is in the language of the text.
 */
export function standaloneSummary(row: Row, locale: Locale): Text | undefined {
  const [summary] = mapValid([row], parseString(row._id) ?? '', ({summary: field, sourceText}) => {
    const picked = pickText(field, locale)
    const lang = isLocale(picked?.lang) ? picked.lang : locale
    const asOf = readDate(sourceText?.asOf, lang)
    if (!picked || !asOf) return picked
    return {...picked, text: `${picked.text} (${messagesIn(lang).textAsOf.toLowerCase()}: ${asOf.text})`}
  })
  return summary
}
