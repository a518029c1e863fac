import {MarkerIcon} from '@sanity/icons/Marker'
import {defineField, defineType} from 'sanity'
import {datePhrase} from '#lib/dates/date-phrases.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {dateField, periodEnd, periodStart} from '../fields/date-field.ts'
import {sourceField} from '../fields/source-field.ts'
import {dateText, inStudioLanguage} from '../preview-text.ts'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'

/** A present or former post of a person (Popolo Membership with a Post). */
export const position = defineType({
  name: 'position',
  title: t('Funkce', 'Position'),
  type: 'object',
  icon: MarkerIcon,
  fields: [
    defineField({
      name: 'organization',
      title: t('Kde', 'Where'),
      type: 'reference',
      to: [{type: 'organization'}, {type: 'network'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: t('Funkce', 'Title'),
      type: 'localeString',
      description: t('V rodě dané osoby, např. ředitelka.', 'In Czech in the gender of the person.'),
      validation: (rule) => rule.required().custom(hasTextInOneLanguage),
    }),
    dateField({name: 'from', title: t('Od', 'From'), ...periodStart}),
    dateField({name: 'to', title: t('Do', 'To'), ...periodEnd('from')}),
    dateField({
      name: 'asOf',
      title: t('Víme to ke dni', 'Known as of'),
      description: t('Když neznáme začátek ani konec.', 'When neither beginning nor end is known.'),
    }),
    sourceField,
  ],
  preview: {
    select: {title: 'title', organization: 'organization.name', from: 'from', to: 'to', asOf: 'asOf'},
    prepare: ({title, organization, from, to, asOf}) => ({
      title: inStudioLanguage(title) ?? '',
      subtitle: [
        inStudioLanguage(organization),
        from && datePhrase('since', from, studioLanguage),
        to && datePhrase('until', to, studioLanguage),
        !from && !to && dateText(asOf),
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
