import {orderRankField, orderRankOrdering} from '@sanity/orderable-document-list'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {hasNameForEachSlug, isOnTheSite} from '../validation/slug-rules.ts'
import {agesWell} from '../validation/stale-words.ts'

const levels = [
  {value: 'czech', title: 'česká / Czech'},
  {value: 'european', title: 'evropská / European'},
  {value: 'international', title: 'mezinárodní / international'},
]

/** A network, platform, committee or partner with a page of its own. */
export const network = defineType({
  name: 'network',
  title: 'Síť / Network',
  type: 'document',
  groups: [
    {name: 'text', title: 'Text', default: true},
    {name: 'facts', title: 'Fakta / Facts'},
    {name: 'place', title: 'Zařazení a odkazy / Place and links'},
    {name: 'evidence', title: 'Prameny a opravy / Sources and corrections'},
  ],
  orderings: [
    orderRankOrdering,
    {title: 'Název / Name', name: 'name', by: [{field: 'name.cs', direction: 'asc'}]},
  ],
  fields: [
    orderRankField({type: 'network'}),
    defineField({
      name: 'name',
      title: 'Název / Name',
      type: 'localeString',
      group: 'text',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'slug',
      title: 'Adresa stránky / Page address',
      type: 'localeSlug',
      group: 'text',
      description:
        'Poslední část adresy. Síť je na webu v těch jazycích, v nichž má adresu. / The last part of the address. The network is on the site in the languages in which it has one.',
      validation: (rule) => [rule.custom(hasNameForEachSlug), rule.custom(isOnTheSite).warning()],
    }),
    defineField({
      name: 'summary',
      title: 'Stručně / In short',
      type: 'localeText',
      group: 'text',
      description:
        'Jedna až dvě věty do přehledů a vyhledávačů. / One or two sentences for lists and search engines.',
      validation: (rule) => rule.custom(agesWell).warning(),
    }),
    defineField({
      name: 'body',
      title: 'Text stránky / Page text',
      type: 'localeBlock',
      group: 'text',
      validation: (rule) => rule.custom(agesWell).warning(),
    }),
    defineField({
      name: 'names',
      title: 'Další jména / Other names',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'nameRecord'})],
      description: 'Zkratky, dřívější jména, jiné jazyky. / Acronyms, former names, other languages.',
    }),
    defineField({
      name: 'events',
      title: 'Historie / History',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'historyEvent'})],
    }),
    defineField({
      name: 'counts',
      title: 'Počty / Counts',
      type: 'array',
      group: 'facts',
      description: 'Nový údaj přidejte, starý nechte. / Add a new figure and leave the old one.',
      of: [defineArrayMember({type: 'countObservation'})],
    }),
    defineField({
      name: 'composition',
      title: 'Kdo se účastní / Who takes part',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'localeString'})],
    }),
    defineField({
      name: 'topics',
      title: 'Témata / Topics',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'topic'})],
    }),
    defineField({
      name: 'identifiers',
      title: 'Identifikátory / Identifiers',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'identifier'})],
    }),
    defineField({
      name: 'relationKind',
      title: 'Vztah / Relation',
      type: 'string',
      group: 'place',
      initialValue: 'network',
      description:
        'Partner se ukáže mezi zahraničními partnery. / A partner is listed among the foreign partners.',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'network', title: 'síť / network'},
          {value: 'partner', title: 'partnerská organizace / partner'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'level',
      title: 'Působnost / Level',
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
      title: 'Druh tělesa / Type of body',
      type: 'string',
      group: 'place',
      options: {
        list: [
          {value: 'umbrella', title: 'zastřešující organizace / umbrella organisation'},
          {value: 'gov-advisory-committee', title: 'poradní výbor vlády / government advisory committee'},
          {
            value: 'ministerial-working-group',
            title: 'pracovní skupina ministerstva / ministerial working group',
          },
          {value: 'regional-platform', title: 'regionální platforma / regional platform'},
          {value: 'alliance', title: 'aliance / alliance'},
          {value: 'other', title: 'jiné / other'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'parent',
      title: 'Patří pod / Part of',
      type: 'reference',
      group: 'place',
      to: [{type: 'organization'}, {type: 'network'}],
    }),
    defineField({
      name: 'host',
      title: 'Kdo zajišťuje provoz / Hosted by',
      type: 'reference',
      group: 'place',
      description: 'Jen když je to někdo jiný než „Patří pod“. / Only if it is not the body it is part of.',
      to: [{type: 'organization'}],
    }),
    defineField({
      name: 'website',
      title: 'Web / Website',
      type: 'url',
      group: 'place',
      validation: (rule) => rule.uri({scheme: ['http', 'https']}),
    }),
    defineField({
      name: 'otherLinks',
      title: 'Další odkazy / Other links',
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
      description: 'Popis pro nevidomé je název sítě. / Its text alternative is the name of the network.',
    }),
    defineField({
      name: 'legacyPaths',
      title: 'Dřívější adresy / Former addresses',
      type: 'array',
      group: 'place',
      of: [
        defineArrayMember({
          type: 'string',
          validation: (rule) =>
            rule
              .regex(/^\/[^\s?#]*$/)
              .error('Cesta začíná lomítkem: /cs/… / A path starts with a slash: /cs/…'),
        }),
      ],
      description: 'Z nich se návštěvník přesměruje sem. / Visitors are redirected from them.',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'sourceText',
      title: 'Původní znění / Source text',
      type: 'sourceText',
      group: 'evidence',
    }),
    defineField({
      name: 'corrections',
      title: 'Opravy / Corrections',
      type: 'array',
      group: 'evidence',
      of: [defineArrayMember({type: 'correction'})],
      description:
        'Co jsme proti původnímu znění změnili a proč, v pořadí. / What was changed against the source text and why, in order.',
    }),
    defineField({
      name: 'editorNote',
      title: 'Poznámka redakce / Editor’s note',
      type: 'text',
      rows: 3,
      group: 'evidence',
      description:
        'Co je třeba ověřit. Na webu se neukazuje, ale není tajná. / What remains to be checked. Not shown on the site, yet not secret.',
    }),
    defineField({
      name: 'lastChecked',
      title: 'Naposledy ověřeno / Last checked',
      type: 'date',
      group: 'evidence',
    }),
  ],
  preview: {
    select: {title: 'name.cs', en: 'name.en', level: 'level', relationKind: 'relationKind', media: 'logo'},
    prepare: ({title, en, level, relationKind, media}) => ({
      title: title || en,
      subtitle: [
        relationKind === 'partner' ? 'partner' : levels.find(({value}) => value === level)?.title,
        title && en,
      ]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
