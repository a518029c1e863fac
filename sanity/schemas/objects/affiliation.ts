import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {requiredSourceField} from '../fields/source-field.ts'
import {inStudioLanguage} from '../preview-text.ts'
import {excludeSelfAndDescendants} from '../validation/reference-rules.ts'

export const affiliation = defineType({
  name: 'affiliation',
  title: t('Členství sítě v jiné síti', 'Membership of a network in another network'),
  type: 'object',
  icon: EarthGlobeIcon,
  fields: [
    defineField({
      name: 'network',
      title: t('Síť', 'Network'),
      type: 'reference',
      to: [{type: 'network'}],
      options: {filter: excludeSelfAndDescendants},
      validation: (rule) => rule.required(),
    }),
    requiredSourceField,
  ],
  preview: {
    select: {cs: 'network.name.cs', en: 'network.name.en', source: 'source.title'},
    prepare: ({cs, en, source}) => ({title: inStudioLanguage({cs, en}) ?? '', subtitle: source}),
  },
})
