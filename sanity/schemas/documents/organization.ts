import {CaseIcon} from '@sanity/icons/Case'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {logoField} from '../fields/logo-field.ts'
import {
  inStudioLanguage,
  nameInOtherLanguage,
  nameSelection,
  orderedByName,
  selectedName,
  translationGap,
} from '../preview-text.ts'
import {isAtMost} from '../validation/length-rule.ts'
import {queryRules} from '../validation/query-rules.ts'
import {excludeSelfAndDescendants, hasNoCycle} from '../validation/reference-rules.ts'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'
import {hasNoTimeBoundWord} from '../validation/time-bound-words.ts'
import {webAddress} from '../validation/web-address.ts'

/** A body without a page: a parent, a host, SIMI. A body with a page is a `network`. */
export const organization = defineType({
  name: 'organization',
  title: t('Organizace', 'Organization'),
  type: 'document',
  icon: CaseIcon,
  fields: [
    defineField({
      name: 'name',
      title: t('Název', 'Name'),
      type: 'localeString',
      validation: (rule) => rule.required().custom(hasTextInOneLanguage),
    }),
    defineField({
      name: 'names',
      title: t('Další jména', 'Other names'),
      type: 'array',
      of: [defineArrayMember({type: 'nameRecord'})],
      description: t('Zkratky, dřívější jména, jiné jazyky.', 'Acronyms, former names, other languages.'),
    }),
    defineField({
      name: 'classification',
      title: t('Druh', 'Kind'),
      type: 'string',
      options: {
        list: [
          {value: 'ngo', title: t('nevládní organizace', 'NGO')},
          {value: 'government', title: t('úřad nebo orgán státu', 'government body')},
          {value: 'consortium', title: t('konsorcium', 'consortium')},
          {value: 'platform', title: t('platforma', 'platform')},
          {value: 'group', title: t('skupina', 'group')},
          {value: 'other', title: t('jiné', 'other')},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'parent',
      title: t('Patří pod', 'Part of'),
      type: 'reference',
      to: [{type: 'organization'}, {type: 'network'}],
      options: {filter: excludeSelfAndDescendants},
      validation: (rule) => queryRules(rule, hasNoCycle),
    }),
    defineField({
      name: 'summary',
      title: t('Stručně', 'In short'),
      type: 'localeText',
      options: {columns: 2, limit: 300},
      validation: (rule) => [rule.custom(hasNoTimeBoundWord).warning(), rule.custom(isAtMost(300)).warning()],
    }),
    defineField({
      name: 'events',
      title: t('Historie', 'History'),
      type: 'array',
      of: [defineArrayMember({type: 'historyEvent'})],
    }),
    defineField({
      name: 'website',
      title: t('Web', 'Website'),
      type: 'url',
      validation: (rule) => rule.uri(webAddress),
    }),
    defineField({
      name: 'identifiers',
      title: t('Identifikátory', 'Identifiers'),
      type: 'array',
      of: [defineArrayMember({type: 'identifier'})],
    }),
    logoField,
    defineField({
      name: 'sources',
      title: t('Zdroje', 'Sources'),
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'source'}]})],
      validation: (rule) => rule.unique(),
    }),
  ],
  orderings: [orderedByName],
  preview: {
    select: {...nameSelection, summary: 'summary', media: 'logo'},
    prepare: ({summary, media, ...selected}) => {
      const name = selectedName(selected)
      return {
        title: inStudioLanguage(name) ?? '',
        subtitle: [translationGap({name, summary}), nameInOtherLanguage(name)].filter(Boolean).join(' · '),
        media,
      }
    },
  },
})
