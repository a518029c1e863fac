import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from '../fields/date-field.ts'
import {languageField} from '../fields/language-field.ts'
import {addressText, dateText} from '../preview-text.ts'
import {queryWarnings} from '../validation/query-rules.ts'
import {hasOwnAddress} from '../validation/source-rules.ts'
import {hasText} from '../validation/text-rules.ts'
import {webAddress} from '../validation/web-address.ts'

export const source = defineType({
  name: 'source',
  title: t('Zdroj', 'Source'),
  type: 'document',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'title',
      title: t('Název', 'Title'),
      type: 'string',
      // Titles often name a network. The network comes first.
      options: {search: {weight: 3}},
      validation: (rule) => rule.required().custom(hasText),
    }),
    defineField({
      ...languageField,
      title: t('Jazyk názvu', 'Language of the title'),
      initialValue: 'cs',
      description: t(
        'Odečítač pak název přečte správně i na stránce v jiném jazyce.',
        'So that a screen reader pronounces the title correctly on a page in another language.',
      ),
    }),
    defineField({
      name: 'url',
      title: t('Adresa', 'Address'),
      type: 'url',
      validation: (rule) => [rule.uri(webAddress), ...queryWarnings(rule, hasOwnAddress)],
    }),
    defineField({name: 'publisher', title: t('Kdo ho vydal', 'Publisher'), type: 'string'}),
    defineField({
      ...languageField,
      name: 'publisherLang',
      title: t('Jazyk jména vydavatele', 'Language of the publisher’s name'),
      description: t(
        'České sdružení může vydat anglický text. Prázdné u zkratek a značek.',
        'A Czech association may publish a text in English. Empty for acronyms and brands.',
      ),
      hidden: ({document}) => !document?.publisher,
      validation: undefined,
    }),
    dateField({
      name: 'asOf',
      title: t('Stav ke dni', 'As of'),
      description: t(
        'Z které doby zdroj je (ne kdy jsme ho četli).',
        'The time the source is from (not when we read it).',
      ),
    }),
    dateField({
      name: 'retrieved',
      title: t('Čteno dne', 'Retrieved'),
      type: 'date',
      description: t('Kdy jsme ho naposledy otevřeli.', 'When it was last opened.'),
    }),
    defineField({
      name: 'archivedUrl',
      title: t('Archivní kopie', 'Archived copy'),
      type: 'url',
      description: t(
        'Např. na web.archive.org, pro případ, že adresa zmizí.',
        'In case the address disappears.',
      ),
      validation: (rule) => rule.uri(webAddress),
    }),
  ],
  orderings: [{title: t('Název', 'Title'), name: 'title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', publisher: 'publisher', asOf: 'asOf', url: 'url'},
    prepare: ({title, publisher, asOf, url}) => ({
      title,
      subtitle: [publisher, dateText(asOf) || t('bez data', 'undated'), addressText(url)]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
