import {HashIcon} from '@sanity/icons/Hash'
import {type CustomValidator, defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from '../fields/date-field.ts'
import {sourceField} from '../fields/source-field.ts'
import {dateText, titleOf} from '../preview-text.ts'
import {hasDate} from '../validation/partial-date-rules.ts'

const units = [
  {value: 'organisations', title: t('organizací', 'organisations')},
  {value: 'representatives', title: t('zástupců', 'representatives')},
  {value: 'individuals', title: t('jednotlivců', 'individuals')},
  {value: 'countries', title: t('zemí', 'countries')},
]

type Count = {value?: number; unit?: string; source?: object; asOf?: string}

/** One message for a count that is empty so far, instead of one for each of its fields. */
const isFilledIn: CustomValidator<number | undefined> = (value, {parent}) => {
  if (isEmpty(parent as Count))
    return t(
      'Prázdný údaj: vyplňte počet, čeho a zdroj, nebo položku odeberte.',
      'An empty figure: fill in the count, of what and the source, or remove the item.',
    )
  return value !== undefined && Number.isInteger(value) && value >= 0
    ? true
    : t('Napište celé číslo, třeba 18.', 'Write a whole number, for example 18.')
}

const isEmpty = ({value, unit, source}: Count) => value === undefined && !unit && !source

/** Required once something of the count is filled in: the count itself reports an empty one. */
const isRequired: CustomValidator<unknown> = (value, {parent}) =>
  value || isEmpty(parent as Count) ? true : t('Vyplňte toto pole.', 'Fill in this field.')

/** One count from one source at one date. Editors add new counts and keep old ones. Counts may disagree. */
export const countObservation = defineType({
  name: 'countObservation',
  title: t('Počet', 'Count'),
  type: 'object',
  icon: HashIcon,
  fields: [
    defineField({
      name: 'value',
      title: t('Počet', 'Count'),
      type: 'number',
      validation: (rule) => rule.custom(isFilledIn),
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
      validation: (rule) => rule.custom(isRequired),
    }),
    dateField({
      name: 'asOf',
      title: t('Ke kdy', 'As of'),
      advice: (date, context) => isEmpty(context.parent as Count) || hasDate(date, context),
    }),
    defineField({...sourceField, validation: (rule) => rule.custom(isRequired)}),
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
