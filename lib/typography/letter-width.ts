/** What a reader may add to a letter and to a space (WCAG 1.4.12), in em. */
const LETTER_SPACING = 0.12
const WORD_SPACING = 0.16
/** A word that is too long for a line breaks where it can, after a hyphen or a slash, not where the line is full. */
const FILLED = 0.8

/** The width of a letter of the site's typeface in em, generously. */
function widthOfLetter(letter: string): number {
  if (/[mwMWŴẂ%&@–—…]/u.test(letter)) return 0.9
  if (/[\p{Lu}\p{N}]/u.test(letter)) return 0.68
  return /[\p{Ideographic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter) ? 1 : 0.54
}

export const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0)

export const spacedWidthOf = (text: string) =>
  widthOf(text) + [...text].length * LETTER_SPACING + (text.split(' ').length - 1) * WORD_SPACING

/** How many lines a text takes at most in a room of `width` em, its letters spaced that widely. */
export function linesOf(text: string, width: number): number {
  const space = spacedWidthOf(' ')
  let lines = 1
  let taken = 0
  for (const word of text.split(/[ \n]+/)) {
    const wide = spacedWidthOf(word)
    if (taken > 0 && taken + space + wide <= width) taken += space + wide
    else {
      if (taken > 0) lines += 1
      const more = wide > width ? Math.ceil(wide / (width * FILLED)) - 1 : 0
      lines += more
      taken = more > 0 ? width : wide
    }
  }
  return lines
}
