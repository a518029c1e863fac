import {defineField} from 'sanity'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

/** BCP 47. What the networks, their names and their sources are written in; more can be added any time. */
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

/** The language of a text that is kept in one only. Pages hand it to screen readers and hyphenation. */
export const languageField = defineField({
  name: 'lang',
  title: t('Jazyk', 'Language'),
  type: 'string',
  options: {list: languages.map((value) => ({value, title: names.of(value) ?? value}))},
  validation: (rule) => rule.required(),
})
