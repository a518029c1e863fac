import {TextIcon} from '@sanity/icons/Text'
import {defineField, defineType} from 'sanity'
import {otherLocale} from '#lib/i18n/locales.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {LocaleInput} from '../inputs/locale-input.tsx'
import {inStudioLanguage} from '../preview-text.ts'

export const localeString = defineType({
  name: 'localeString',
  title: t('Krátký text ve dvou jazycích', 'Short text in two languages'),
  type: 'object',
  icon: TextIcon,
  options: {columns: 2},
  components: {input: LocaleInput},
  fields: [
    defineField({name: 'cs', title: t('Česky', 'Czech'), type: 'string'}),
    defineField({name: 'en', title: t('Anglicky', 'English'), type: 'string'}),
  ],
  preview: {
    select: {cs: 'cs', en: 'en'},
    prepare: (text) => ({
      title: inStudioLanguage(text) ?? '',
      subtitle: text[studioLanguage] ? text[otherLocale(studioLanguage)] : undefined,
    }),
  },
})
