import {defineField, defineType} from 'sanity'
import {isNotBefore, isPartialDate} from '../validation/partial-date-rules.ts'

/** One name a body has or had: another language, an acronym, a former name (Popolo `other_names`). */
export const nameRecord = defineType({
  name: 'nameRecord',
  title: 'Další jméno / Another name',
  type: 'object',
  fields: [
    defineField({name: 'text', title: 'Jméno / Name', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'lang',
      title: 'Jazyk / Language',
      type: 'string',
      options: {
        list: [
          {value: 'cs', title: 'čeština / Czech'},
          {value: 'en', title: 'angličtina / English'},
          {value: 'es', title: 'španělština / Spanish'},
          {value: 'pt', title: 'portugalština / Portuguese'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'kind',
      title: 'Druh jména / Kind of name',
      type: 'string',
      options: {
        list: [
          {value: 'official', title: 'úřední / official'},
          {value: 'translation', title: 'překlad (náš) / translation (ours)'},
          {value: 'acronym', title: 'zkratka / acronym'},
          {value: 'former', title: 'dřívější / former'},
          {value: 'as-in-source', title: 'jak stojí v prameni / as in the source'},
        ],
      },
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
      name: 'announced',
      title: 'Změna oznámena / Change announced',
      type: 'partialDate',
      description:
        'Den oznámení nemusí být dnem platnosti. / The day of the announcement need not be the day of effect.',
    }),
    defineField({
      name: 'note',
      title: 'Poznámka / Note',
      type: 'localeString',
      description: 'Na webu ji vidí každý. / Everybody sees it on the site.',
    }),
    defineField({name: 'source', title: 'Pramen / Source', type: 'reference', to: [{type: 'source'}]}),
  ],
  preview: {
    select: {title: 'text', kind: 'kind', lang: 'lang'},
    prepare: ({title, kind, lang}) => ({title, subtitle: [kind, lang].filter(Boolean).join(' · ')}),
  },
})
