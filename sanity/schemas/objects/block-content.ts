import {defineArrayMember, defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {BlockContentInput} from '../inputs/block-content-input.tsx'

/** The Portable Text that the site can render. The editor drops all other formats on paste. */
export const blockContent = defineType({
  name: 'blockContent',
  title: t('Formátovaný text', 'Formatted text'),
  type: 'array',
  components: {input: BlockContentInput},
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: t('Odstavec', 'Paragraph'), value: 'normal'},
        {title: t('Mezititulek', 'Heading'), value: 'h3'},
      ],
      lists: [{title: t('Odrážky', 'Bullets'), value: 'bullet'}],
      marks: {
        decorators: [
          {title: t('Důležité', 'Strong'), value: 'strong'},
          {title: t('Zdůraznění', 'Emphasis'), value: 'em'},
        ],
        annotations: [
          {
            name: 'link',
            title: t('Odkaz', 'Link'),
            type: 'object',
            fields: [
              defineField({
                name: 'href',
                title: t('Adresa', 'Address'),
                type: 'url',
                description: t('https://…, mailto:… nebo tel:…', 'https://…, mailto:… or tel:…'),
                validation: (rule) => rule.required().uri({scheme: ['http', 'https', 'mailto', 'tel']}),
              }),
            ],
          },
        ],
      },
    }),
  ],
})
