import {EditIcon} from '@sanity/icons/Edit'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {inStudioLanguage} from '../preview-text.ts'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'

/** One correction: replaces the first `from` in the source text with `to`. Applied in order. */
export const correction = defineType({
  name: 'correction',
  title: t('Oprava', 'Correction'),
  type: 'object',
  icon: EditIcon,
  fields: [
    defineField({
      name: 'field',
      title: t('Pole', 'Field'),
      type: 'string',
      initialValue: 'body',
      options: {
        list: [
          {value: 'body', title: t('text', 'body')},
          {value: 'name', title: t('název', 'name')},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'lang',
      title: t('Jazyk', 'Language'),
      type: 'string',
      initialValue: 'en',
      options: {
        list: [
          {value: 'cs', title: t('čeština', 'Czech')},
          {value: 'en', title: t('angličtina', 'English')},
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'from',
      title: t('Původně', 'Before'),
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'to',
      title: t('Nově', 'After'),
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'reason',
      title: t('Důvod', 'Reason'),
      type: 'localeString',
      validation: (rule) => rule.required().custom(hasTextInOneLanguage),
    }),
  ],
  preview: {
    select: {from: 'from', to: 'to', reason: 'reason'},
    prepare: ({from, to, reason}) => ({
      title: `${from ?? ''} → ${to ?? ''}`,
      subtitle: inStudioLanguage(reason),
    }),
  },
})
