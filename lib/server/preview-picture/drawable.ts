import {type Font, fontsByScript, lettersOf, siteFont} from './fonts.ts'

type Letters = ReadonlySet<number>

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'})

/**
 * Invisible characters and U+FFFD, the replacement for a lost letter. The two joiners stay: they shape
 * letters.
 */
const neverDrawn = /(?!\u200C|\u200D|[\t\n\v\f\r])[\p{C}\p{Default_Ignorable_Code_Point}\uFFFD]/gu

/** Collapses spaces, but keeps no-break spaces. Empty when nothing would be visible. */
function tidy(text: string): string {
  const line = text.replace(/[^\S\u00A0]+/g, ' ').trim()
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(line) ? line : ''
}

const codePointOf = (letter: string) => letter.codePointAt(0) ?? 0

/**
 * Removes what none of these fonts has: a base letter together with its marks (an emoji with its joiners), or
 * a single mark that the font of its base letter lacks.
 */
function keepDrawable(text: string, fonts: readonly Letters[]): string {
  const kept = Array.from(graphemes.segment(text), ({segment}) => {
    const [base = '', ...marks] = segment
    const letters = fonts.find((each) => each.has(codePointOf(base)))
    return letters ? base + marks.filter((mark) => letters.has(codePointOf(mark))).join('') : ''
  })
  return tidy(kept.join(''))
}

/**
 * The drawable part of a title, and its fonts: the site's own if it has every letter, otherwise Noto for the
 * whole title. Two typefaces within one word would look like a defect.
 */
export async function drawableTitle(title: string): Promise<{text: string; fonts: Font[]}> {
  const cleaned = tidy(title.normalize('NFC').replace(neverDrawn, ''))
  const inSiteFont = keepDrawable(cleaned, [await lettersOf(siteFont)])
  if (inSiteFont === cleaned) return {text: cleaned, fonts: [siteFont]}

  const letters = await Promise.all(fontsByScript.map(lettersOf))
  const text = keepDrawable(cleaned, letters)
  if (text.length <= inSiteFont.length) return {text: inSiteFont, fonts: [siteFont]}
  const used = new Set(
    Array.from(text, (letter) => letters.findIndex((each) => each.has(codePointOf(letter)))),
  )
  return {text, fonts: fontsByScript.filter((_font, index) => used.has(index))}
}
