import {defineField, defineType} from 'sanity'

/** One editorial change against the source text: the first `from` in the text becomes `to`. Order matters. */
export const correction = defineType({
  name: 'correction',
  title: 'Oprava / Correction',
  type: 'object',
  fields: [
    defineField({
      name: 'field',
      title: 'Pole / Field',
      type: 'string',
      initialValue: 'body',
      options: {
        list: [
          {value: 'body', title: 'text / body'},
          {value: 'name', title: 'název / name'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'lang',
      title: 'Jazyk / Language',
      type: 'string',
      initialValue: 'en',
      options: {list: ['cs', 'en'], layout: 'radio', direction: 'horizontal'},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'from',
      title: 'Původně / Before',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'to',
      title: 'Nově / After',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'reason',
      title: 'Důvod / Reason',
      type: 'localeString',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {from: 'from', to: 'to', reason: 'reason.cs'},
    prepare: ({from, to, reason}) => ({title: `${from ?? ''} → ${to ?? ''}`, subtitle: reason}),
  },
})
