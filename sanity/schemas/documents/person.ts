import {defineArrayMember, defineField, defineType} from 'sanity'

export const person = defineType({
  name: 'person',
  title: 'Osoba / Person',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Jméno / Name',
      type: 'string',
      description:
        'Jen jméno a veřejné funkce, žádné soukromé kontakty. / Name and public positions only, no private contacts.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'nameVariants',
      title: 'Jiné zápisy jména / Other spellings',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      description: 'Pro vyhledávání, např. bez háčků a čárek. / For search, e.g. without diacritics.',
    }),
    defineField({
      name: 'grammaticalGender',
      title: 'Rod v češtině / Gender in Czech',
      type: 'string',
      description: 'Určuje jen tvar slova: předseda × předsedkyně. / It only decides the form of a word.',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'feminine', title: 'ženský / feminine'},
          {value: 'masculine', title: 'mužský / masculine'},
        ],
      },
    }),
    defineField({
      name: 'positions',
      title: 'Funkce / Positions',
      type: 'array',
      of: [defineArrayMember({type: 'position'})],
    }),
  ],
  orderings: [{title: 'Jméno / Name', name: 'name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {
      title: 'name',
      position: 'positions.0.title.cs',
      organization: 'positions.0.organization.name.cs',
    },
    prepare: ({title, position, organization}) => ({
      title,
      subtitle: [position, organization].filter(Boolean).join(', '),
    }),
  },
})
