import {defineField, defineType} from 'sanity'

export const linkedDocument = defineType({
  name: 'linkedDocument',
  title: 'Dokument / Document',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Název / Title',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'url',
      title: 'Adresa / Address',
      type: 'url',
      validation: (rule) => rule.required().uri({scheme: ['http', 'https']}),
    }),
    defineField({
      name: 'lang',
      title: 'Jazyk / Language',
      type: 'string',
      options: {list: ['cs', 'en'], layout: 'radio', direction: 'horizontal'},
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'date', title: 'Datum / Date', type: 'partialDate'}),
  ],
  preview: {select: {title: 'title', subtitle: 'date'}},
})
