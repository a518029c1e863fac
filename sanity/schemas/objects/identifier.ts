import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {titleOf} from '../preview-text.ts'

const registers = [
  {value: 'ico', title: 'IČO'},
  {value: 'eu-transparency-register', title: 'EU Transparency Register'},
  {value: 'wikidata', title: 'Wikidata'},
]

/** The number of a body in a register (Popolo `identifiers[]`). */
export const identifier = defineType({
  name: 'identifier',
  title: t('Identifikátor', 'Identifier'),
  type: 'object',
  icon: TagIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'scheme',
      title: t('Rejstřík', 'Register'),
      type: 'string',
      options: {list: registers},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'value',
      title: t('Číslo', 'Number'),
      type: 'string',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {title: 'value', scheme: 'scheme'},
    prepare: ({title, scheme}) => ({title, subtitle: titleOf(registers, scheme)}),
  },
})
