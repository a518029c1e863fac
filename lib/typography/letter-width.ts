/** The text spacing of WCAG 1.4.12, in em. */
const LETTER_SPACING = 0.12
const WORD_SPACING = 0.16
/** Share of a line that a too long word fills: it breaks after a hyphen or slash, not at the end. */
const FILL_RATIO = 0.8

/** An upper estimate of a letter's width in the site's typeface, in em. */
function widthOfLetter(letter: string): number {
  if (/[mwMWŴẂ%&@–—…]/u.test(letter)) return 0.9
  if (/[\p{Lu}\p{N}]/u.test(letter)) return 0.68
  return /[\p{Ideographic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter) ? 1 : 0.54
}

export const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0)

export const spacedWidthOf = (text: string) =>
  widthOf(text) + [...text].length * LETTER_SPACING + (text.split(' ').length - 1) * WORD_SPACING

/** An upper estimate of the lines that a text needs in `width` em, with that text spacing. */
export function linesOf(text: string, width: number): number {
  const space = spacedWidthOf(' ')
  let lines = 1
  let used = 0
  for (const word of text.split(/[ \n]+/)) {
    const wordWidth = spacedWidthOf(word)
    if (used > 0 && used + space + wordWidth <= width) used += space + wordWidth
    else {
      if (used > 0) lines += 1
      const more = wordWidth > width ? Math.ceil(wordWidth / (width * FILL_RATIO)) - 1 : 0
      lines += more
      used = more > 0 ? width : wordWidth
    }
  }
  return lines
}
