import {defineArrayMember, defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'

/** The tab with single facts: names, events, counts, topics. */
export const networkFacts = [
  defineField({
    name: 'names',
    title: t('Další jména', 'Other names'),
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'nameRecord'})],
    description: t('Zkratky, dřívější jména, jiné jazyky.', 'Acronyms, former names, other languages.'),
  }),
  defineField({
    name: 'events',
    title: t('Historie', 'History'),
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'historyEvent'})],
  }),
  defineField({
    name: 'counts',
    title: t('Počty', 'Counts'),
    type: 'array',
    group: 'facts',
    description: t('Nový údaj přidejte, starý nechte.', 'Add a new figure and leave the old one.'),
    of: [defineArrayMember({type: 'countObservation'})],
  }),
  defineField({
    name: 'composition',
    title: t('Kdo se účastní', 'Who takes part'),
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'localeString'})],
  }),
  defineField({
    name: 'topics',
    title: t('Témata', 'Topics'),
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'topic'})],
  }),
  defineField({
    name: 'identifiers',
    title: t('Identifikátory', 'Identifiers'),
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'identifier'})],
  }),
]
