import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from '../fields/date-field.ts'
import {requiredSourceField} from '../fields/source-field.ts'
import {dateText, titleOf} from '../preview-text.ts'
import {hasDate} from '../validation/partial-date-rules.ts'

const units = [
  {value: 'organisations', title: t('organizací', 'organisations')},
  {value: 'representatives', title: t('zástupců', 'representatives')},
  {value: 'individuals', title: t('jednotlivců', 'individuals')},
  {value: 'countries', title: t('zemí', 'countries')},
]

/** One count from one source at one date. Editors add new counts and keep old ones. Counts may disagree. */
export const countObservation = defineType({
  name: 'countObservation',
  title: t('Počet', 'Count'),
  type: 'object',
  fields: [
    defineField({
      name: 'value',
      title: t('Počet', 'Count'),
      type: 'number',
      validation: (rule) => rule.required().integer().min(0),
    }),
    defineField({
      name: 'qualifier',
      title: t('Přesnost', 'Precision'),
      type: 'string',
      initialValue: 'exact',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'exact', title: t('přesně', 'exactly')},
          {value: 'atLeast', title: t('nejméně', 'at least')},
          {value: 'about', title: t('přibližně', 'about')},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'unit',
      title: t('Čeho', 'Of what'),
      type: 'string',
      options: {
        list: units,
      },
      validation: (rule) => rule.required(),
    }),
    dateField({name: 'asOf', title: t('Ke kdy', 'As of'), advice: hasDate}),
    requiredSourceField,
    defineField({name: 'note', title: t('Poznámka', 'Note'), type: 'localeString'}),
  ],
  preview: {
    select: {value: 'value', unit: 'unit', asOf: 'asOf', source: 'source.title'},
    prepare: ({value, unit, asOf, source}) => ({
      title: [value, titleOf(units, unit)].filter((part) => part !== undefined).join(' '),
      subtitle: [dateText(asOf) || t('bez data', 'undated'), source].filter(Boolean).join(' · '),
    }),
  },
})
