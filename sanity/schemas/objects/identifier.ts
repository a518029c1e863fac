import {defineField, defineType} from 'sanity'

/** Popolo `identifiers[]`: a number under which a register knows the body. */
export const identifier = defineType({
  name: 'identifier',
  title: 'Identifikátor / Identifier',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'scheme',
      title: 'Rejstřík / Register',
      type: 'string',
      options: {
        list: [
          {value: 'ico', title: 'IČO'},
          {value: 'eu-transparency-register', title: 'EU Transparency Register'},
          {value: 'wikidata', title: 'Wikidata'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'value',
      title: 'Číslo / Number',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {select: {title: 'value', subtitle: 'scheme'}},
})
