import {defineField, defineType} from 'sanity'

export const topic = defineType({
  name: 'topic',
  title: 'Téma / Topic',
  type: 'object',
  fields: [
    defineField({
      name: 'text',
      title: 'Téma / Topic',
      type: 'localeString',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'period',
      title: 'Období / Period',
      type: 'partialDate',
      description:
        'Kterého roku se to týká; nikdy „loni“. / The year it is about; never "last year". 2015 · [2015,2016] · 2018/2020',
    }),
    defineField({name: 'source', title: 'Pramen / Source', type: 'reference', to: [{type: 'source'}]}),
  ],
  preview: {select: {title: 'text.cs', subtitle: 'period'}},
})
