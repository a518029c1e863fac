import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {nameConsent} from '../fields/name-consent.ts'
import {inStudioLanguage} from '../preview-text.ts'
import {hasText} from '../validation/text-rules.ts'

export const person = defineType({
  name: 'person',
  title: t('Osoba', 'Person'),
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'name',
      title: t('Jméno', 'Name'),
      type: 'string',
      description: t(
        'Jen jméno a veřejné funkce, žádné soukromé kontakty.',
        'Name and public positions only, no private contacts.',
      ),
      validation: (rule) => rule.required().custom(hasText),
    }),
    defineField({
      name: 'nameVariants',
      title: t('Jiné zápisy jména', 'Other spellings'),
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      description: t('Pro vyhledávání, např. bez háčků a čárek.', 'For search, e.g. without diacritics.'),
    }),
    defineField({
      name: 'grammaticalGender',
      title: t('Rod v češtině', 'Gender in Czech'),
      type: 'string',
      description: t('Určuje jen tvar slova: předseda × předsedkyně.', 'It only decides the form of a word.'),
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'feminine', title: t('ženský', 'feminine')},
          {value: 'masculine', title: t('mužský', 'masculine')},
        ],
      },
    }),
    defineField({
      name: 'positions',
      title: t('Funkce', 'Positions'),
      type: 'array',
      of: [defineArrayMember({type: 'position'})],
    }),
    nameConsent,
  ],
  orderings: [{title: t('Jméno', 'Name'), name: 'name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {
      title: 'name',
      position: 'positions.0.title',
      organization: 'positions.0.organization.name',
    },
    prepare: ({title, position, organization}) => ({
      title,
      subtitle: [inStudioLanguage(position), inStudioLanguage(organization)].filter(Boolean).join(', '),
    }),
  },
})
