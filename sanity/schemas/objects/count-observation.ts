import {defineField, defineType} from 'sanity'
import {hasDate, isPartialDate} from '../validation/partial-date-rules.ts'

/** One count, by one source, at one time. Observations are added, never overwritten: they may disagree. */
export const countObservation = defineType({
  name: 'countObservation',
  title: 'Počet / Count',
  type: 'object',
  fields: [
    defineField({
      name: 'value',
      title: 'Počet / Count',
      type: 'number',
      validation: (rule) => rule.required().integer().min(0),
    }),
    defineField({
      name: 'qualifier',
      title: 'Přesnost / Precision',
      type: 'string',
      initialValue: 'exact',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'exact', title: 'přesně / exactly'},
          {value: 'atLeast', title: 'nejméně / at least'},
          {value: 'about', title: 'přibližně / about'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'unit',
      title: 'Čeho / Of what',
      type: 'string',
      options: {
        list: [
          {value: 'organisations', title: 'organizací / organisations'},
          {value: 'representatives', title: 'zástupců / representatives'},
          {value: 'individuals', title: 'jednotlivců / individuals'},
          {value: 'countries', title: 'zemí / countries'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'asOf',
      title: 'Ke kdy / As of',
      type: 'partialDate',
      validation: (rule) => [rule.custom(isPartialDate), rule.custom(hasDate).warning()],
    }),
    defineField({
      name: 'source',
      title: 'Pramen / Source',
      type: 'reference',
      to: [{type: 'source'}],
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'note', title: 'Poznámka / Note', type: 'localeString'}),
  ],
  preview: {
    select: {value: 'value', unit: 'unit', asOf: 'asOf', source: 'source.title'},
    prepare: ({value, unit, asOf, source}) => ({
      title: [value, unit].filter((part) => part !== undefined).join(' '),
      subtitle: [asOf || 'bez data / undated', source].filter(Boolean).join(' · '),
    }),
  },
})
