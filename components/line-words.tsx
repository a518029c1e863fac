import type {Text} from '#lib/localized.ts'

/** A line of a picture's text, with the languages of its parts: `LangText` for SVG. */
export function LineWords({text, lang, parts}: Text) {
  // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
  if (parts) return parts.map((part, index) => <LineWords key={index} {...part} />)
  return lang ? <tspan lang={lang}>{text}</tspan> : text
}
