import {printableText} from '#lib/parsing/printable.ts'

/** Soft hyphens, and characters without width. Not the joiners, which Persian and Indian scripts need. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/gu

/** No-break spaces and spaces of other widths. The site sets its own: lib/typography/typeset.ts. */
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu

/** Pasted text without the characters that an editor can't see. */
export const cleanText = (text: string): string =>
  printableText(text).replace(invisible, '').replace(otherSpaces, ' ')
