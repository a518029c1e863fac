import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from '../fields/date-field.ts'
import {languageField} from '../fields/language-field.ts'
import {dateText} from '../preview-text.ts'
import {hasText} from '../validation/text-rules.ts'
import {webAddress} from '../validation/web-address.ts'

export const linkedDocument = defineType({
  name: 'linkedDocument',
  title: t('Dokument', 'Document'),
  type: 'object',
  icon: DocumentTextIcon,
  fields: [
    defineField({
      name: 'title',
      title: t('Název', 'Title'),
      type: 'string',
      validation: (rule) => rule.required().custom(hasText),
    }),
    defineField({
      name: 'url',
      title: t('Adresa', 'Address'),
      type: 'url',
      validation: (rule) => rule.required().uri(webAddress),
    }),
    languageField,
    dateField({name: 'date', title: t('Datum', 'Date')}),
  ],
  preview: {
    select: {title: 'title', date: 'date'},
    prepare: ({title, date}) => ({title, subtitle: dateText(date)}),
  },
})
