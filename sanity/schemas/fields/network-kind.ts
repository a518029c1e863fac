import {defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'

export const levels = [
  {value: 'czech', title: t('česká', 'Czech')},
  {value: 'european', title: t('evropská', 'European')},
  {value: 'international', title: t('mezinárodní', 'international')},
]

/** The kind of body. All fields are required, so they are on the first tab too. */
export const networkKind = [
  defineField({
    name: 'relationKind',
    title: t('Vztah', 'Relation'),
    type: 'string',
    group: ['text', 'place'],
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
    group: ['text', 'place'],
    initialValue: 'czech',
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
    group: ['text', 'place'],
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
]
