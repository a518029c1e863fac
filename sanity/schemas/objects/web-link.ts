import {defineField, defineType} from 'sanity'

export const webLink = defineType({
  name: 'webLink',
  title: 'Odkaz / Link',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Text odkazu / Link text',
      type: 'localeString',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'url',
      title: 'Adresa / Address',
      type: 'url',
      validation: (rule) => rule.required().uri({scheme: ['http', 'https']}),
    }),
  ],
  preview: {select: {title: 'title.cs', subtitle: 'url'}},
})
