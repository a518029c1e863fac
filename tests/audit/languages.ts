import {Parser} from 'htmlparser2'
import {messagesIn} from '#lib/i18n/messages/messages.ts'

/** A text of the content, and the language it is in. */
export type KnownText = {text: string; lang: string}

/** The language of a text that is the same in several: it needs no mark. */
const any = '*'

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** The texts of a field: a string, or a paragraph each of formatted text. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.map((block) =>
    isObject(block) && Array.isArray(block.children)
      ? block.children.map((span) => (isObject(span) ? span.text : '')).join('')
      : '',
  )
}

/** Fields whose language stands in a field beside them. */
const stated: [field: string, lang: string][] = [
  ['text', 'lang'],
  ['title', 'lang'],
  ['publisher', 'publisherLang'],
]

function collect(value: unknown): KnownText[] {
  if (Array.isArray(value)) return value.flatMap(collect)
  if (!isObject(value)) return []
  // Names of people, and our own, are the same in every language.
  if (value._type === 'person') return [{text: String(value.name), lang: any}, ...collect(value.positions)]
  const own = [
    ...['cs', 'en'].flatMap((lang) => textsOf(value[lang]).map((text) => ({text, lang}))),
    ...stated.flatMap(([field, langField]) => {
      const [text, lang] = [value[field], value[langField]]
      return typeof text === 'string' && typeof lang === 'string' ? [{text, lang}] : []
    }),
  ]
  const lang = value._type === 'correction' ? value.lang : undefined
  const corrected =
    typeof lang === 'string' ? [value.from, value.to].map((text) => ({text: String(text), lang})) : []
  return [...own, ...corrected, ...Object.values(value).flatMap(collect)]
}

/** Every text of these documents whose language is known, the longest first. */
export function knownTexts(documents: unknown[]): KnownText[] {
  const byText = new Map<string, string>([[messagesIn('en').siteName, any]])
  for (const {text, lang} of collect(documents)) {
    const key = plain(text)
    const known = byText.get(key)
    if (/\p{L}{3}/u.test(key)) byText.set(key, known === undefined || known === lang ? lang : any)
  }
  return [...byText]
    .map(([text, lang]) => ({text, lang}))
    .toSorted((one, other) => other.text.length - one.text.length)
}

const inline = new Set('a abbr b bdi del em i ins span strong time tspan'.split(' '))
const unread = new Set(['script', 'style'])

/** What of a page is read in one breath and one language. */
function runsOf(html: string): KnownText[] {
  const runs: KnownText[] = []
  const open: {name: string; lang: string}[] = []
  let joins = false
  const add = (text: string, lang: string) => {
    const last = runs.at(-1)
    if (joins && last?.lang === lang) last.text += text
    else runs.push({text, lang})
    joins = true
  }
  const apart = () => {
    joins = false
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const lang = attributes.lang ?? open.at(-1)?.lang ?? ''
      if (!inline.has(name)) apart()
      open.push({name, lang})
      const isDescription = name === 'meta' && attributes.name === 'description'
      for (const text of [
        attributes.title,
        attributes.alt,
        attributes['aria-label'],
        isDescription && attributes.content,
      ]) {
        if (!text) continue
        runs.push({text, lang})
        apart()
      }
      // Lines of a picture's text part words, whatever their languages.
      const last = runs.at(-1)
      if (name === 'tspan' && joins && last) last.text += ' '
    },
    ontext(text) {
      const {name, lang} = open.at(-1) ?? {name: '', lang: ''}
      if (!unread.has(name)) add(text, lang)
    },
    onclosetag(name) {
      open.pop()
      if (!inline.has(name)) apart()
    },
  })
  parser.end(html)
  return runs.map(({text, lang}) => ({text: plain(text), lang})).filter(({text}) => text)
}

const isLetter = (letter: string | undefined) => letter !== undefined && /\p{L}/u.test(letter)

/** Whether a text stands in another as whole words. */
function stands(text: string, whole: string): boolean {
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    if (!isLetter(whole[at - 1]) && !isLetter(whole[at + text.length])) return true
  }
  return false
}

/**
 * Texts of the content that a page shows without saying their language (WCAG 3.1.2). A foreign name within a text of
 * the page's own language, as an editor wrote it, is no problem.
 */
export function unmarkedTexts(html: string, known: readonly KnownText[]): string[] {
  return runsOf(html).flatMap(({text, lang}) => {
    const own = known.filter((each) => each.lang === lang || each.lang === any)
    const rest = own.reduce((left, each) => left.replaceAll(each.text, '\n'), text)
    const foreign = known.find((each) => each.lang !== lang && each.lang !== any && stands(each.text, rest))
    return foreign
      ? [`"${foreign.text}" is ${foreign.lang}, but stands in ${lang || 'no language'}: "${text}"`]
      : []
  })
}
