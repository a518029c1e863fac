import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {LocaleInput} from '../inputs/locale-input.tsx'

export const localeString = defineType({
  name: 'localeString',
  title: t('Krátký text ve dvou jazycích', 'Short text in two languages'),
  type: 'object',
  options: {columns: 2},
  components: {input: LocaleInput},
  fields: [
    defineField({name: 'cs', title: t('Česky', 'Czech'), type: 'string'}),
    defineField({name: 'en', title: t('Anglicky', 'English'), type: 'string'}),
  ],
  preview: {select: {title: 'cs', subtitle: 'en'}},
})
