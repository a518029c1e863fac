import type {Text} from '#lib/i18n/localized.ts'
import {typeset} from '#lib/typography/typeset.ts'

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u

/**
 * Text with a `lang` attribute if it is not in the page's language (WCAG 3.1.2). Right-to-left text is
 * isolated in `<bdi>`, so that it does not reorder the sentence around it.
 */
export function LangText({text, lang, parts}: Text) {
  // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
  if (parts) return parts.map((part, index) => <LangText key={index} {...part} />)
  const words = rightToLeft.test(text) ? <bdi>{text}</bdi> : typeset(text)
  return lang ? <span lang={lang}>{words}</span> : words
}
