import {defineField, defineType} from 'sanity'

export const localeBlock = defineType({
  name: 'localeBlock',
  title: 'Formátovaný text ve dvou jazycích / Formatted text in two languages',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({name: 'cs', title: 'Česky', type: 'blockContent'}),
    defineField({name: 'en', title: 'English', type: 'blockContent'}),
  ],
})
