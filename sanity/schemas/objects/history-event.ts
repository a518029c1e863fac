import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from '../fields/date-field.ts'
import {requiredSourceField} from '../fields/source-field.ts'
import {dateText, inStudioLanguage, titleOf} from '../preview-text.ts'

const kinds = [
  {value: 'founded', title: t('založení', 'founded')},
  {value: 'started', title: t('zahájení činnosti', 'activity began')},
  {value: 'registered', title: t('registrace', 'registered')},
  {value: 'memorandum-changed', title: t('změna memoranda', 'memorandum changed')},
  {value: 'statutes-changed', title: t('změna stanov', 'statutes changed')},
  {value: 'relaunched', title: t('obnovení činnosti', 'relaunched')},
  {value: 'renamed', title: t('přejmenování', 'renamed')},
  {value: 'member-joined', title: t('vstup člena', 'member joined')},
  {value: 'member-left', title: t('odchod člena', 'member left')},
  {value: 'meeting', title: t('setkání', 'meeting')},
  {value: 'dissolved', title: t('zánik', 'dissolved')},
]

/** An event of a body according to one source. If two sources disagree, there are two events. */
export const historyEvent = defineType({
  name: 'historyEvent',
  title: t('Událost', 'Event'),
  type: 'object',
  icon: CalendarIcon,
  fields: [
    defineField({
      name: 'kind',
      title: t('Co se stalo', 'What happened'),
      type: 'string',
      options: {
        list: kinds,
      },
      validation: (rule) => rule.required(),
    }),
    dateField({name: 'date', title: t('Kdy', 'When'), required: true}),
    defineField({name: 'text', title: t('Popis', 'Description'), type: 'localeString'}),
    requiredSourceField,
    defineField({
      name: 'status',
      title: t('Jak jisté to je', 'How certain it is'),
      type: 'string',
      initialValue: 'per-source',
      options: {
        list: [
          {value: 'verified', title: t('ověřeno redakcí', 'verified by an editor')},
          {value: 'per-source', title: t('podle zdroje', 'as the source says')},
          {value: 'disputed', title: t('zdroje uvádějí různé údaje', 'sources disagree')},
          {value: 'unverified', title: t('neověřeno', 'unverified')},
        ],
      },
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {kind: 'kind', date: 'date', text: 'text', source: 'source.title'},
    prepare: ({kind, date, text, source}) => ({
      title: [dateText(date), inStudioLanguage(text) ?? titleOf(kinds, kind)].filter(Boolean).join(' · '),
      subtitle: source,
    }),
  },
})
