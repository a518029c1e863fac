import {toUnicode} from 'tr46'

const script = (...names: string[]) => `[${names.map((name) => `\\p{Script=${name}}`).join('')}\\p{M}0-9-]+`

/** Written from the left; a label that mixes scripts, or is written from the right, stays as the machine has it. */
const oneScript = new RegExp(
  `^(?:${[
    script('Cyrillic'),
    script('Greek'),
    script('Armenian'),
    script('Georgian'),
    script('Devanagari'),
    script('Bengali'),
    script('Thai'),
    script('Ethiopic'),
    script('Hangul'),
    script('Han', 'Hiragana', 'Katakana'),
  ].join('|')})$`,
  'u',
)
/** Latin letters of European alphabets, without their accents. */
const latin = /^[a-z0-9ßæœøðþłđħŧŋ-]+$/
/** Of these Cyrillic and Greek letters alone a name can be written that looks like a Latin one. */
const lookalike = /^[асԁеһіјӏорԛѕԝхуьпгѵανορικυτωηγχ0-9-]+$/

function displayLabel(label: string): string {
  if (!label.startsWith('xn--')) return label
  const {domain, error} = toUnicode(label, {checkBidi: true, checkJoiners: true, useSTD3ASCIIRules: true})
  if (error) return label
  const isLatin = latin.test(domain.normalize('NFD').replace(/\p{M}/gu, ''))
  return isLatin || (oneScript.test(domain) && !lookalike.test(domain)) ? domain : label
}

/** Control characters, spaces, and letters written from the right, which would change the order of an address. */
const staysEncoded =
  /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** ASCII stays encoded too: a decoded slash or question mark would be another address. */
const decodeLetters = (text: string) =>
  text.replace(/(?:%[89A-F][0-9A-F])+/gi, (encoded) => {
    try {
      const letters = [...decodeURIComponent(encoded)]
      return letters
        .map((letter) => (staysEncoded.test(letter) ? encodeURIComponent(letter) : letter))
        .join('')
    } catch {
      return encoded
    }
  })

/** An address as people read it, never to be followed: `https://www.example.org/` reads as `example.org`. */
export function displayUrl(url: string): string {
  const {host, pathname, search, hash} = new URL(url)
  const rest = decodeLetters(`${pathname}${search}${hash}`)
  const name = host.split('.').map(displayLabel).join('.')
  return `${name.replace(/^www\./, '')}${rest === '/' ? '' : rest}`
}
