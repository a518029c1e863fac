import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField, periodEnd, periodStart} from '../fields/date-field.ts'
import {inStudioLanguage} from '../preview-text.ts'

export const representative = defineType({
  name: 'representative',
  title: t('Zástupce', 'Representative'),
  type: 'object',
  fields: [
    defineField({
      name: 'person',
      title: t('Osoba', 'Person'),
      type: 'reference',
      to: [{type: 'person'}],
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'position', title: t('Funkce', 'Position'), type: 'localeString'}),
    dateField({name: 'from', title: t('Od', 'From'), ...periodStart}),
    dateField({name: 'to', title: t('Do', 'To'), ...periodEnd('from')}),
    defineField({
      name: 'public',
      title: t('Ukázat jméno na webu', 'Show the name on the site'),
      type: 'boolean',
      initialValue: false,
      description: t('Jen se souhlasem dané osoby.', 'Only with the consent of the person.'),
    }),
  ],
  preview: {
    select: {title: 'person.name', position: 'position'},
    prepare: ({title, position}) => ({title, subtitle: inStudioLanguage(position)}),
  },
})
