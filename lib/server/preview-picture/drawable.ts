import {type Font, fontsByScript, lettersOf, siteFont} from './fonts.ts'

type Letters = ReadonlySet<number>

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'})

/** U+FFFD stands for a letter that was lost. The two joiners shape letters, where a font has them. */
const neverDrawn = /(?!\u200C|\u200D|[\t\n\v\f\r])[\p{C}\p{Default_Ignorable_Code_Point}\uFFFD]/gu

/** With single spaces, of which a no-break space stays one; empty when nothing would be seen. */
function tidy(text: string): string {
  const line = text.replace(/[^\S\u00A0]+/g, ' ').trim()
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(line) ? line : ''
}

const codeOf = (letter: string) => letter.codePointAt(0) ?? 0

/**
 * The text without what none of these fonts has. A base letter goes with all that belongs to it (an emoji with its
 * joiners); a mark that the font of its base letter lacks goes alone.
 */
function keepDrawable(text: string, fonts: readonly Letters[]): string {
  const kept = Array.from(graphemes.segment(text), ({segment}) => {
    const [base = '', ...marks] = segment
    const letters = fonts.find((each) => each.has(codeOf(base)))
    return letters ? base + marks.filter((mark) => letters.has(codeOf(mark))).join('') : ''
  })
  return tidy(kept.join(''))
}

/**
 * What of a title can be drawn, and with which fonts: the site's own when that has every letter, else Noto for all of
 * it, as two typefaces within one word look like a fault.
 */
export async function drawableTitle(title: string): Promise<{text: string; fonts: Font[]}> {
  const wanted = tidy(title.normalize('NFC').replace(neverDrawn, ''))
  const inSiteFont = keepDrawable(wanted, [await lettersOf(siteFont)])
  if (inSiteFont === wanted) return {text: wanted, fonts: [siteFont]}

  const letters = await Promise.all(fontsByScript.map(lettersOf))
  const text = keepDrawable(wanted, letters)
  if (text.length <= inSiteFont.length) return {text: inSiteFont, fonts: [siteFont]}
  const used = new Set(Array.from(text, (letter) => letters.findIndex((each) => each.has(codeOf(letter)))))
  return {text, fonts: fontsByScript.filter((_font, index) => used.has(index))}
}
