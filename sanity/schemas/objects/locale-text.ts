import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {LocaleInput} from '../inputs/locale-input.tsx'

export const localeText = defineType({
  name: 'localeText',
  title: t('Odstavec ve dvou jazycích', 'Paragraph in two languages'),
  type: 'object',
  options: {columns: 2},
  components: {input: LocaleInput},
  fields: [
    defineField({name: 'cs', title: t('Česky', 'Czech'), type: 'text', rows: 4}),
    defineField({name: 'en', title: t('Anglicky', 'English'), type: 'text', rows: 4}),
  ],
})
