import {defineField, defineType} from 'sanity'
import {isPartialDate} from '../validation/partial-date-rules.ts'

/** Something that happened to a body, as one source tells it. Sources that disagree are two events. */
export const historyEvent = defineType({
  name: 'historyEvent',
  title: 'Událost / Event',
  type: 'object',
  fields: [
    defineField({
      name: 'kind',
      title: 'Co se stalo / What happened',
      type: 'string',
      options: {
        list: [
          {value: 'founded', title: 'založení / founded'},
          {value: 'started', title: 'zahájení činnosti / activity began'},
          {value: 'registered', title: 'registrace / registered'},
          {value: 'memorandum-changed', title: 'změna memoranda / memorandum changed'},
          {value: 'statutes-changed', title: 'změna stanov / statutes changed'},
          {value: 'relaunched', title: 'obnovení činnosti / relaunched'},
          {value: 'renamed', title: 'přejmenování / renamed'},
          {value: 'member-joined', title: 'vstup člena / member joined'},
          {value: 'member-left', title: 'odchod člena / member left'},
          {value: 'meeting', title: 'setkání / meeting'},
          {value: 'dissolved', title: 'zánik / dissolved'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'date',
      title: 'Kdy / When',
      type: 'partialDate',
      validation: (rule) => rule.required().custom(isPartialDate),
    }),
    defineField({name: 'text', title: 'Popis / Description', type: 'localeString'}),
    defineField({
      name: 'source',
      title: 'Pramen / Source',
      type: 'reference',
      to: [{type: 'source'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'status',
      title: 'Jak jisté to je / How certain it is',
      type: 'string',
      initialValue: 'per-source',
      options: {
        list: [
          {value: 'verified', title: 'ověřeno redakcí / verified by an editor'},
          {value: 'per-source', title: 'podle pramene / as the source says'},
          {value: 'disputed', title: 'prameny se rozcházejí / sources disagree'},
          {value: 'unverified', title: 'neověřeno / unverified'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {kind: 'kind', date: 'date', text: 'text.cs', source: 'source.title'},
    prepare: ({kind, date, text, source}) => ({
      title: [date, text || kind].filter(Boolean).join(' · '),
      subtitle: source,
    }),
  },
})
