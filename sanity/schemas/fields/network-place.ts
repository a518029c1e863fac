import {defineArrayMember, defineField} from 'sanity'
import {t} from '#sanity/studio/language.ts'

export const levels = [
  {value: 'czech', title: t('česká', 'Czech')},
  {value: 'european', title: t('evropská', 'European')},
  {value: 'international', title: t('mezinárodní', 'international')},
]

/** Where a network belongs, and where it is found elsewhere: one tab of the form. */
export const networkPlace = [
  defineField({
    name: 'relationKind',
    title: t('Vztah', 'Relation'),
    type: 'string',
    group: 'place',
    initialValue: 'network',
    description: t(
      'Partner se ukáže mezi zahraničními partnery.',
      'A partner is listed among the foreign partners.',
    ),
    options: {
      layout: 'radio',
      direction: 'horizontal',
      list: [
        {value: 'network', title: t('síť', 'network')},
        {value: 'partner', title: t('partnerská organizace', 'partner')},
      ],
    },
    validation: (rule) => rule.required(),
  }),
  defineField({
    name: 'level',
    title: t('Působnost', 'Level'),
    type: 'string',
    group: 'place',
    options: {
      layout: 'radio',
      direction: 'horizontal',
      list: levels,
    },
    validation: (rule) => rule.required(),
  }),
  defineField({
    name: 'bodyType',
    title: t('Druh tělesa', 'Type of body'),
    type: 'string',
    group: 'place',
    options: {
      list: [
        {value: 'umbrella', title: t('zastřešující organizace', 'umbrella organisation')},
        {value: 'gov-advisory-committee', title: t('poradní výbor vlády', 'government advisory committee')},
        {
          value: 'ministerial-working-group',
          title: t('pracovní skupina ministerstva', 'ministerial working group'),
        },
        {value: 'regional-platform', title: t('regionální platforma', 'regional platform')},
        {value: 'alliance', title: t('aliance', 'alliance')},
        {value: 'other', title: t('jiné', 'other')},
      ],
    },
    validation: (rule) => rule.required(),
  }),
  defineField({
    name: 'parent',
    title: t('Patří pod', 'Part of'),
    type: 'reference',
    group: 'place',
    to: [{type: 'organization'}, {type: 'network'}],
  }),
  defineField({
    name: 'host',
    title: t('Kdo zajišťuje provoz', 'Hosted by'),
    type: 'reference',
    group: 'place',
    description: t('Jen když je to někdo jiný než „Patří pod“.', 'Only if it is not the body it is part of.'),
    to: [{type: 'organization'}],
  }),
  defineField({
    name: 'website',
    title: t('Web', 'Website'),
    type: 'url',
    group: 'place',
    validation: (rule) => rule.uri({scheme: ['http', 'https']}),
  }),
  defineField({
    name: 'otherLinks',
    title: t('Další odkazy', 'Other links'),
    type: 'array',
    group: 'place',
    of: [defineArrayMember({type: 'webLink'})],
  }),
  defineField({
    name: 'logo',
    title: 'Logo',
    type: 'image',
    group: 'place',
    options: {hotspot: true},
    description: t('Popis pro nevidomé je název sítě.', 'Its text alternative is the name of the network.'),
  }),
  defineField({
    name: 'legacyPaths',
    title: t('Dřívější adresy', 'Former addresses'),
    type: 'array',
    group: 'place',
    of: [
      defineArrayMember({
        type: 'string',
        validation: (rule) =>
          rule
            .regex(/^\/[^\s?#]*$/)
            .error(t('Cesta začíná lomítkem: /cs/…', 'A path starts with a slash: /cs/…')),
      }),
    ],
    description: t('Z nich se návštěvník přesměruje sem.', 'Visitors are redirected from them.'),
    validation: (rule) => rule.unique(),
  }),
]
