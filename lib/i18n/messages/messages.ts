import {intlLocales, type Locale} from '../locales.ts'
import {cs} from './cs.ts'
import {en} from './en.ts'
import type {Messages, PluralForms} from './shape.ts'

const byLocale: Record<Locale, Messages> = {cs, en}

export function messagesIn(locale: Locale): Messages {
  return byLocale[locale]
}

/** A whole number and its noun with a no-break space between: "1 organizace", "64 zástupců". */
export function countOf(value: number, forms: PluralForms, locale: Locale): string {
  const form = new Intl.PluralRules(intlLocales[locale]).select(value)
  const noun = form === 'one' ? forms.one : form === 'few' ? (forms.few ?? forms.other) : forms.other
  return `${new Intl.NumberFormat(intlLocales[locale]).format(value)}\u00a0${noun}`
}
