import {defineField, defineType} from 'sanity'
import {isNotBefore, isPartialDate} from '../validation/partial-date-rules.ts'

export const representative = defineType({
  name: 'representative',
  title: 'Zástupce / Representative',
  type: 'object',
  fields: [
    defineField({
      name: 'person',
      title: 'Osoba / Person',
      type: 'reference',
      to: [{type: 'person'}],
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'position', title: 'Funkce / Position', type: 'localeString'}),
    defineField({name: 'from', title: 'Od / From', type: 'partialDate'}),
    defineField({
      name: 'to',
      title: 'Do / To',
      type: 'partialDate',
      validation: (rule) => rule.custom(isPartialDate).custom(isNotBefore('from')),
    }),
    defineField({
      name: 'public',
      title: 'Ukázat jméno na webu / Show the name on the site',
      type: 'boolean',
      initialValue: false,
      description: 'Jen se souhlasem dané osoby. / Only with the consent of the person.',
    }),
  ],
  preview: {select: {title: 'person.name', subtitle: 'position.cs'}},
})
