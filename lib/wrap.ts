/** The width of a letter of the site's typeface in em, generously: letters differ, and no line may be too long. */
const LETTER = 0.52

export const widthOf = (text: string) => text.length * LETTER

/** SVG doesn't break lines. Gives the lines of a text at most `width` em wide; what is left after `most` is cut with "…". */
export function wrap(text: string, width: number, most = 3): string[] {
  const room = Math.max(4, Math.floor(width / LETTER + 0.001))
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word.length > room ? `${word.slice(0, room - 1)}…` : word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, room - 1)}…`]
}
