import {defineField, defineType} from 'sanity'

export const source = defineType({
  name: 'source',
  title: 'Pramen / Source',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Název / Title',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'url',
      title: 'Adresa / Address',
      type: 'url',
      validation: (rule) => rule.uri({scheme: ['http', 'https']}),
    }),
    defineField({name: 'publisher', title: 'Kdo ho vydal / Publisher', type: 'string'}),
    defineField({
      name: 'asOf',
      title: 'Stav ke dni / As of',
      type: 'partialDate',
      description:
        'Z které doby pramen je (ne kdy jsme ho četli). / The time the source is from (not when we read it).',
    }),
    defineField({
      name: 'retrieved',
      title: 'Čteno dne / Retrieved',
      type: 'date',
      description: 'Kdy jsme ho naposledy otevřeli. / When it was last opened.',
    }),
    defineField({
      name: 'archivedUrl',
      title: 'Archivní kopie / Archived copy',
      type: 'url',
      description: 'Např. na web.archive.org, pro případ, že adresa zmizí. / In case the address disappears.',
      validation: (rule) => rule.uri({scheme: ['http', 'https']}),
    }),
  ],
  orderings: [{title: 'Název / Title', name: 'title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', publisher: 'publisher', asOf: 'asOf', url: 'url'},
    prepare: ({title, publisher, asOf, url}) => ({
      title,
      subtitle: [publisher, asOf || 'bez data / undated', url].filter(Boolean).join(' · '),
    }),
  },
})
