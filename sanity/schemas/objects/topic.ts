import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from '../fields/date-field.ts'
import {sourceField} from '../fields/source-field.ts'
import {dateText, inStudioLanguage} from '../preview-text.ts'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'

export const topic = defineType({
  name: 'topic',
  title: t('Téma', 'Topic'),
  type: 'object',
  icon: BulbOutlineIcon,
  fields: [
    defineField({
      name: 'text',
      title: t('Téma', 'Topic'),
      type: 'localeString',
      validation: (rule) => rule.required().custom(hasTextInOneLanguage),
    }),
    dateField({
      name: 'period',
      title: t('Období', 'Period'),
      yearsAhead: 20,
      description: t(
        'Kterého roku se to týká; nikdy „loni“. 2015 · 2015 nebo 2016 · 2018–2020',
        'The year it is about; never "last year". 2015 · 2015 or 2016 · 2018–2020',
      ),
    }),
    sourceField,
  ],
  preview: {
    select: {text: 'text', period: 'period'},
    prepare: ({text, period}) => ({title: inStudioLanguage(text) ?? '', subtitle: dateText(period)}),
  },
})
