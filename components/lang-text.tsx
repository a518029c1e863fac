import type {Text} from '#lib/localized.ts'

/** Text that says its language when it isn't the page's (WCAG 3.1.2). */
export function LangText({text, lang}: Text) {
  return lang ? <span lang={lang}>{text}</span> : text
}
