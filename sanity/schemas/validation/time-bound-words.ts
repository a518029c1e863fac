import type {CustomValidator, PortableTextBlock} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'

/** Words that are true only at the time of writing. Czech stems match inflected forms. */
const timeBoundWords =
  /(?<!\p{L})(currently|at present|nowadays|(?:last|this|next) year|forthcoming|letos(?!\p{L})|letošní\p{L}*|loni(?!\p{L})|loňsk\p{L}*|v[\s\u00a0]současn(?:osti|é[\s\u00a0]době)|nyní(?!\p{L})|aktuálně(?!\p{L})|chystan\p{L}*|připravovan\p{L}*)/iu

/** The first time-bound word in a text, or undefined. */
export const findTimeBoundWord = (text: string): string | undefined => timeBoundWords.exec(text)?.[0]

const plainText = (blocks: PortableTextBlock[]): string =>
  blocks
    .flatMap((block) => (Array.isArray(block.children) ? block.children : []))
    .map((child: {text?: string}) => child.text ?? '')
    .join(' ')

const advice = (word: string) =>
  t(
    `„${word}“ za rok nebude pravda: napište rok nebo datum.`,
    `"${word}" will not be true in a year: write the year or the date.`,
  )

type LocalizedText = {cs?: string | PortableTextBlock[]; en?: string | PortableTextBlock[]} | undefined

/** For `localeText` and `localeBlock`. Use it as a warning: a quotation may need such a word. */
export const hasNoTimeBoundWord: CustomValidator<LocalizedText> = (value) => {
  const problems = (['cs', 'en'] as const).flatMap((lang) => {
    const text = value?.[lang]
    const word = findTimeBoundWord(Array.isArray(text) ? plainText(text) : (text ?? ''))
    return word ? [{message: advice(word), path: [lang]}] : []
  })
  return problems.length === 0 || problems
}
