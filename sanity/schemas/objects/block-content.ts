import {defineArrayMember, defineField, defineType} from 'sanity'

/** The Portable Text the site can show. What isn't listed here can't be pasted in either. */
export const blockContent = defineType({
  name: 'blockContent',
  title: 'Formátovaný text / Formatted text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Odstavec / Paragraph', value: 'normal'},
        {title: 'Mezititulek / Heading', value: 'h3'},
      ],
      lists: [{title: 'Odrážky / Bullets', value: 'bullet'}],
      marks: {
        decorators: [
          {title: 'Důležité / Strong', value: 'strong'},
          {title: 'Zdůraznění / Emphasis', value: 'em'},
        ],
        annotations: [
          {
            name: 'link',
            title: 'Odkaz / Link',
            type: 'object',
            fields: [
              defineField({
                name: 'href',
                title: 'Adresa / Address',
                type: 'url',
                description: 'https://…, mailto:… nebo tel:… / https://…, mailto:… or tel:…',
                validation: (rule) => rule.required().uri({scheme: ['http', 'https', 'mailto', 'tel']}),
              }),
            ],
          },
        ],
      },
    }),
  ],
})
