import {defineField, defineType} from 'sanity'

export const sourceText = defineType({
  name: 'sourceText',
  title: 'Původní znění / Source text',
  type: 'object',
  fields: [
    defineField({
      name: 'lang',
      title: 'Jazyk / Language',
      type: 'string',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'cs', title: 'čeština / Czech'},
          {value: 'en', title: 'angličtina / English'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'text',
      title: 'Doslovné znění / Verbatim text',
      type: 'text',
      rows: 8,
      description:
        'Neopravujte ani překlepy; opravy patří do pole Opravy. Odstavce dělí prázdný řádek. / Never correct it, not even typos: corrections have their own field. An empty line parts paragraphs.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'source',
      title: 'Pramen / Source',
      type: 'reference',
      to: [{type: 'source'}],
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'asOf', title: 'Stav textu ke dni / Text as of', type: 'partialDate'}),
  ],
})
