import {defineField, defineType} from 'sanity'

export const localeText = defineType({
  name: 'localeText',
  title: 'Odstavec ve dvou jazycích / Paragraph in two languages',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({name: 'cs', title: 'Česky', type: 'text', rows: 4}),
    defineField({name: 'en', title: 'English', type: 'text', rows: 4}),
  ],
})
