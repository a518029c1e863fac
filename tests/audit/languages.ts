import {Parser} from 'htmlparser2'
import {messagesIn} from '#lib/i18n/messages/messages.ts'

/** A text of the content with its language. */
export type KnownText = {text: string; lang: string}

/** The language of a text that is the same in several languages. It needs no `lang`. */
const anyLanguage = '*'

const collapseSpace = (text: string) => text.replace(/\s+/g, ' ').trim()

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** The texts of a field: a string, or each paragraph of formatted text. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.map((block) =>
    isObject(block) && Array.isArray(block.children)
      ? block.children.map((span) => (isObject(span) ? span.text : '')).join('')
      : '',
  )
}

/** Fields whose language is in a sibling field. */
const languageFields: [field: string, lang: string][] = [
  ['text', 'lang'],
  ['title', 'lang'],
  ['publisher', 'publisherLang'],
]

function collect(value: unknown): KnownText[] {
  if (Array.isArray(value)) return value.flatMap(collect)
  if (!isObject(value)) return []
  // A person's name is the same in every language.
  if (value._type === 'person')
    return [{text: String(value.name), lang: anyLanguage}, ...collect(value.positions)]
  const own = [
    ...['cs', 'en'].flatMap((lang) => textsOf(value[lang]).map((text) => ({text, lang}))),
    ...languageFields.flatMap(([field, langField]) => {
      const [text, lang] = [value[field], value[langField]]
      return typeof text === 'string' && typeof lang === 'string' ? [{text, lang}] : []
    }),
  ]
  const lang = value._type === 'correction' ? value.lang : undefined
  const corrected =
    typeof lang === 'string' ? [value.from, value.to].map((text) => ({text: String(text), lang})) : []
  return [...own, ...corrected, ...Object.values(value).flatMap(collect)]
}

/** All texts of these documents whose language is known, longest first. */
export function knownTexts(documents: unknown[]): KnownText[] {
  const byText = new Map<string, string>([[messagesIn('en').siteName, anyLanguage]])
  for (const {text, lang} of collect(documents)) {
    const key = collapseSpace(text)
    const known = byText.get(key)
    if (/\p{L}{3}/u.test(key)) byText.set(key, known === undefined || known === lang ? lang : anyLanguage)
  }
  return [...byText]
    .map(([text, lang]) => ({text, lang}))
    .toSorted((one, other) => other.text.length - one.text.length)
}

const inline = new Set('a abbr b bdi del em i ins span strong time tspan'.split(' '))
const hidden = new Set(['script', 'style'])

/** The runs of text of a page: adjacent inline text in one language. */
function textRuns(html: string): KnownText[] {
  const runs: KnownText[] = []
  const open: {name: string; lang: string; isMonogram: boolean}[] = []
  let joins = false
  const add = (text: string, lang: string) => {
    const last = runs.at(-1)
    if (joins && last?.lang === lang) last.text += text
    else runs.push({text, lang})
    joins = true
  }
  const endRun = () => {
    joins = false
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const lang = attributes.lang ?? open.at(-1)?.lang ?? ''
      if (!inline.has(name)) endRun()
      // The letters of a monogram are a drawing, hidden from screen readers.
      const isMonogram = open.at(-1)?.isMonogram || /\bmonogram\b/.test(attributes.class ?? '')
      open.push({name, lang, isMonogram})
      const isDescription = name === 'meta' && attributes.name === 'description'
      for (const text of [
        attributes.title,
        attributes.alt,
        attributes['aria-label'],
        isDescription && attributes.content,
      ]) {
        if (!text) continue
        runs.push({text, lang})
        endRun()
      }
      // Each `tspan` is a line of an SVG text, so it starts a new word.
      const last = runs.at(-1)
      if (name === 'tspan' && joins && last) last.text += ' '
    },
    ontext(text) {
      const {name, lang, isMonogram} = open.at(-1) ?? {name: '', lang: '', isMonogram: false}
      if (!hidden.has(name) && !isMonogram) add(text, lang)
    },
    onclosetag(name) {
      open.pop()
      if (!inline.has(name)) endRun()
    },
  })
  parser.end(html)
  return runs.map(({text, lang}) => ({text: collapseSpace(text), lang})).filter(({text}) => text)
}

const isLetter = (letter: string | undefined) => letter !== undefined && /\p{L}/u.test(letter)

/** True if `whole` contains `text` as whole words. */
function containsWords(text: string, whole: string): boolean {
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    if (!isLetter(whole[at - 1]) && !isLetter(whole[at + text.length])) return true
  }
  return false
}

/**
 * Texts of the content that a page shows without the right `lang` (WCAG 3.1.2). A foreign name inside a text
 * that an editor wrote in the page's language is allowed.
 */
export function textsWithoutLang(html: string, known: readonly KnownText[]): string[] {
  return textRuns(html).flatMap(({text, lang}) => {
    const own = known.filter((each) => each.lang === lang || each.lang === anyLanguage)
    const rest = own.reduce((left, each) => left.replaceAll(each.text, '\n'), text)
    const foreign = known.find(
      (each) => each.lang !== lang && each.lang !== anyLanguage && containsWords(each.text, rest),
    )
    return foreign ? [`"${foreign.text}" is in ${foreign.lang}, but has lang "${lang}": "${text}"`] : []
  })
}
