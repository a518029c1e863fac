import {defineArrayMember, defineField, defineType} from 'sanity'
import {agesWell} from '../validation/stale-words.ts'

/** A body that is referred to and has no page of its own; one with a page is a `network`. */
export const organization = defineType({
  name: 'organization',
  title: 'Organizace / Organization',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Název / Name',
      type: 'localeString',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'names',
      title: 'Další jména / Other names',
      type: 'array',
      of: [defineArrayMember({type: 'nameRecord'})],
      description: 'Zkratky, dřívější jména, jiné jazyky. / Acronyms, former names, other languages.',
    }),
    defineField({
      name: 'classification',
      title: 'Druh / Kind',
      type: 'string',
      options: {
        list: [
          {value: 'ngo', title: 'nevládní organizace / NGO'},
          {value: 'government', title: 'úřad nebo orgán státu / government body'},
          {value: 'consortium', title: 'konsorcium / consortium'},
          {value: 'platform', title: 'platforma / platform'},
          {value: 'group', title: 'skupina / group'},
          {value: 'other', title: 'jiné / other'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'parent',
      title: 'Patří pod / Part of',
      type: 'reference',
      to: [{type: 'organization'}, {type: 'network'}],
    }),
    defineField({
      name: 'summary',
      title: 'Stručně / In short',
      type: 'localeText',
      validation: (rule) => rule.custom(agesWell).warning(),
    }),
    defineField({
      name: 'events',
      title: 'Historie / History',
      type: 'array',
      of: [defineArrayMember({type: 'historyEvent'})],
    }),
    defineField({
      name: 'website',
      title: 'Web / Website',
      type: 'url',
      validation: (rule) => rule.uri({scheme: ['http', 'https']}),
    }),
    defineField({
      name: 'identifiers',
      title: 'Identifikátory / Identifiers',
      type: 'array',
      of: [defineArrayMember({type: 'identifier'})],
    }),
    defineField({name: 'logo', title: 'Logo', type: 'image', options: {hotspot: true}}),
    defineField({
      name: 'sources',
      title: 'Prameny / Sources',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'source'}]})],
      validation: (rule) => rule.unique(),
    }),
  ],
  orderings: [{title: 'Název / Name', name: 'name', by: [{field: 'name.cs', direction: 'asc'}]}],
  preview: {select: {title: 'name.cs', subtitle: 'name.en', media: 'logo'}},
})
