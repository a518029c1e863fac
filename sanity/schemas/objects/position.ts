import {defineField, defineType} from 'sanity'
import {t} from '#sanity/studio/language.ts'
import {sourceField} from '../fields/source-field.ts'
import {isNotBefore, isPartialDate} from '../validation/partial-date-rules.ts'

/** A post a person holds or held (Popolo Membership with a Post). */
export const position = defineType({
  name: 'position',
  title: t('Funkce', 'Position'),
  type: 'object',
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
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'from', title: t('Od', 'From'), type: 'partialDate'}),
    defineField({
      name: 'to',
      title: t('Do', 'To'),
      type: 'partialDate',
      validation: (rule) => rule.custom(isPartialDate).custom(isNotBefore('from')),
    }),
    defineField({
      name: 'asOf',
      title: t('Víme to ke dni', 'Known as of'),
      type: 'partialDate',
      description: t('Když neznáme začátek ani konec.', 'When neither beginning nor end is known.'),
    }),
    sourceField,
  ],
  preview: {select: {title: 'title.cs', subtitle: 'organization.name.cs'}},
})
