import {widthOf} from './letter-width.ts'

/** Fills lines of at most `width` em. */
function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/**
 * Text for a drawing that breaks lines only where they are full, which leaves single words on the last line.
 * The words of each line are bound with no-break spaces, so that all lines are about equally long. `roomFor`:
 * the width of a line in em, when there are so many lines. A text with a word that is too wide is returned as
 * it is.
 */
export function balancedLines(text: string, roomFor: (lines: number) => number): string {
  const words = text.split(' ')
  for (let count = 1; count <= words.length; count++) {
    const room = roomFor(count)
    if (fill(words, room).length > count) continue
    let width = Math.max(...words.map(widthOf), widthOf(text) / count)
    while (fill(words, width).length > count) width += 0.1
    return width > room
      ? text
      : fill(words, width)
          .map((line) => line.replaceAll(' ', '\u00a0'))
          .join(' ')
  }
  return text
}
