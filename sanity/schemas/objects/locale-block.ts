import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {LocaleInput} from '../inputs/locale-input.tsx'

export const localeBlock = defineType({
  name: 'localeBlock',
  title: t('Formátovaný text ve dvou jazycích', 'Formatted text in two languages'),
  type: 'object',
  components: {input: LocaleInput},
  fields: [
    defineField({name: 'cs', title: t('Česky', 'Czech'), type: 'blockContent'}),
    defineField({name: 'en', title: t('Anglicky', 'English'), type: 'blockContent'}),
  ],
})
