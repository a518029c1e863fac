import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from '../fields/date-field.ts'
import {requiredSourceField} from '../fields/source-field.ts'

export const sourceText = defineType({
  name: 'sourceText',
  title: t('Původní znění', 'Source text'),
  type: 'object',
  fields: [
    defineField({
      name: 'lang',
      title: t('Jazyk', 'Language'),
      type: 'string',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'cs', title: t('čeština', 'Czech')},
          {value: 'en', title: t('angličtina', 'English')},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'text',
      title: t('Doslovné znění', 'Verbatim text'),
      type: 'text',
      rows: 8,
      description: t(
        'Neopravujte ani překlepy; opravy patří do pole Opravy. Odstavce dělí prázdný řádek.',
        'Never correct it, not even typos: corrections have their own field. An empty line parts paragraphs.',
      ),
      validation: (rule) => rule.required(),
    }),
    requiredSourceField,
    dateField({name: 'asOf', title: t('Stav textu ke dni', 'Text as of')}),
  ],
})
