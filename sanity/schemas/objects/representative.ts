import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField, periodEnd, periodStart} from '../fields/date-field.ts'
import {inStudioLanguage} from '../preview-text.ts'
import {representativeMayBeNamed} from '../validation/consent-rules.ts'
import {queryRules} from '../validation/query-rules.ts'

export const representative = defineType({
  name: 'representative',
  title: t('Zástupce', 'Representative'),
  type: 'object',
  icon: UserIcon,
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
      description: t(
        'Jen se souhlasem, který je zapsaný u osoby.',
        'Only with the consent that is recorded with the person.',
      ),
      validation: (rule) => queryRules(rule, representativeMayBeNamed),
    }),
  ],
  preview: {
    select: {title: 'person.name', position: 'position', public: 'public'},
    prepare: ({title, position, public: isPublic}) => ({
      title,
      subtitle: [inStudioLanguage(position), !isPublic && t('na webu bez jména', 'not named on the site')]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
