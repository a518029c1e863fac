import type {Text} from '#lib/i18n/localized.ts'
import {typeset} from '#lib/typography/typeset.ts'

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u

/**
 * Text that says its language when it isn't the page's (WCAG 3.1.2). A part in Arabic, say, is kept to itself, so
 * that it doesn't turn the sentence around it.
 */
export function LangText({text, lang, parts}: Text) {
  // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
  if (parts) return parts.map((part, index) => <LangText key={index} {...part} />)
  const words = rightToLeft.test(text) ? <bdi>{text}</bdi> : typeset(text)
  return lang ? <span lang={lang}>{words}</span> : words
}
