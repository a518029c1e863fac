import {joined, type Text} from './localized.ts'
import {wrap} from './wrap.ts'

const partsOf = (text: Text): Text[] => text.parts ?? [text]

/** With one space between words, as `wrap` prints them: so a line is found at its place. */
function collapsed(text: Text): Text {
  let last = ' '
  const parts = partsOf(text).map((part) => {
    const words = part.text
      .replace(/[ \n]+/g, ' ')
      .slice(last.endsWith(' ') && /^[ \n]/.test(part.text) ? 1 : 0)
    last = words || last
    return {...part, text: words}
  })
  return text.parts ? joined(...parts) : {...text, ...parts[0]}
}

/** The part of a text between two places in its string. */
function slice(text: Text, from: number, to: number): Text {
  let start = 0
  const cut = partsOf(text).map((part) => {
    const words = part.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += part.text.length
    return {...part, text: words}
  })
  return text.parts ? joined(...cut) : {...text, ...cut[0]}
}

/** Like `wrap`, for a text whose parts have languages: each line keeps those of its parts. */
export function wrapText(text: Text, width: number, most?: number): Text[] {
  const whole = collapsed(text)
  let place = 0
  return wrap(whole.text, width, most).map((line) => {
    const isCut = line.endsWith('…')
    const kept = slice(whole, place, place + line.length - (isCut ? 1 : 0))
    // What was cut off isn't part of the next line, nor is the space where a line breaks.
    place += isCut ? (/^\S*/.exec(whole.text.slice(place + line.length - 1))?.[0].length ?? 0) : 0
    place += line.length - (isCut ? 1 : 0) + 1
    return isCut ? {...(kept.parts ? joined(kept, '…') : {...kept, text: line})} : kept
  })
}
