import {defineField, defineType} from 'sanity'

export const localeString = defineType({
  name: 'localeString',
  title: 'Krátký text ve dvou jazycích / Short text in two languages',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({name: 'cs', title: 'Česky', type: 'string'}),
    defineField({name: 'en', title: 'English', type: 'string'}),
  ],
  preview: {select: {title: 'cs', subtitle: 'en'}},
})
