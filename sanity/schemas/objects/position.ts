import {defineField, defineType} from 'sanity'
import {isNotBefore, isPartialDate} from '../validation/partial-date-rules.ts'

/** A post a person holds or held (Popolo Membership with a Post). */
export const position = defineType({
  name: 'position',
  title: 'Funkce / Position',
  type: 'object',
  fields: [
    defineField({
      name: 'organization',
      title: 'Kde / Where',
      type: 'reference',
      to: [{type: 'organization'}, {type: 'network'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Funkce / Title',
      type: 'localeString',
      description: 'V rodě dané osoby, např. ředitelka. / In Czech in the gender of the person.',
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'from', title: 'Od / From', type: 'partialDate'}),
    defineField({
      name: 'to',
      title: 'Do / To',
      type: 'partialDate',
      validation: (rule) => rule.custom(isPartialDate).custom(isNotBefore('from')),
    }),
    defineField({
      name: 'asOf',
      title: 'Víme to ke dni / Known as of',
      type: 'partialDate',
      description: 'Když neznáme začátek ani konec. / When neither beginning nor end is known.',
    }),
    defineField({name: 'source', title: 'Pramen / Source', type: 'reference', to: [{type: 'source'}]}),
  ],
  preview: {select: {title: 'title.cs', subtitle: 'organization.name.cs'}},
})
