import {defineField} from 'sanity'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

/** BCP 47 codes of the languages in which names and sources are written. Add more when needed. */
const languages = [
  'cs',
  'sk',
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'hu',
  'ro',
  'uk',
  'ru',
  'vi',
  'ar',
]

const names = new Intl.DisplayNames(studioLanguage, {type: 'language'})

export const languageOptions = languages.map((value) => ({value, title: names.of(value) ?? value}))

/** The language of a text. Pages set it as `lang`, for screen readers and hyphenation. */
export const languageField = defineField({
  name: 'lang',
  title: t('Jazyk', 'Language'),
  type: 'string',
  options: {list: languageOptions},
  validation: (rule) => rule.required(),
})
