import {toUnicode} from 'tr46'

const script = (...names: string[]) => `[${names.map((name) => `\\p{Script=${name}}`).join('')}\\p{M}0-9-]+`

/** Labels in one left-to-right script. Mixed scripts and right-to-left scripts stay in Punycode. */
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
/** Latin letters of European alphabets, after their accents are removed. */
const latin = /^[a-z0-9ßæœøðþłđħŧŋ-]+$/
/** Cyrillic and Greek letters that look Latin. A label of these alone could imitate a Latin one. */
const lookalike = /^[асԁеһіјӏорԛѕԝхуьпгѵανορικυτωηγχ0-9-]+$/

function displayLabel(label: string): string {
  if (!label.startsWith('xn--')) return label
  const {domain, error} = toUnicode(label, {checkBidi: true, checkJoiners: true, useSTD3ASCIIRules: true})
  if (error) return label
  const isLatin = latin.test(domain.normalize('NFD').replace(/\p{M}/gu, ''))
  return isLatin || (oneScript.test(domain) && !lookalike.test(domain)) ? domain : label
}

/** Control characters, spaces, and right-to-left letters, which would reorder the printed address. */
const staysEncoded =
  /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** ASCII stays encoded too: a decoded slash or question mark would make another URL. */
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

/** A URL for display only, never for a link: `https://www.example.org/` becomes `example.org`. */
export function displayUrl(url: string): string {
  const {host, pathname, search, hash} = new URL(url)
  const rest = decodeLetters(`${pathname}${search}${hash}`)
  const name = host.split('.').map(displayLabel).join('.')
  return `${name.replace(/^www\./, '')}${rest === '/' ? '' : rest}`
}
