import {TranslateIcon} from '@sanity/icons/Translate'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField, periodEnd, periodStart} from '../fields/date-field.ts'
import {languageField, languageOptions} from '../fields/language-field.ts'
import {sourceField} from '../fields/source-field.ts'
import {titleOf} from '../preview-text.ts'
import {hasText} from '../validation/text-rules.ts'

const kinds = [
  {value: 'official', title: t('úřední', 'official')},
  {value: 'translation', title: t('překlad (náš)', 'translation (ours)')},
  {value: 'acronym', title: t('zkratka', 'acronym')},
  {value: 'former', title: t('dřívější', 'former')},
  {value: 'as-in-source', title: t('jak stojí ve zdroji', 'as in the source')},
]

/** A present or former name of a body: official, translated, acronym (Popolo `other_names`). */
export const nameRecord = defineType({
  name: 'nameRecord',
  title: t('Další jméno', 'Another name'),
  type: 'object',
  icon: TranslateIcon,
  fields: [
    defineField({
      name: 'text',
      title: t('Jméno', 'Name'),
      type: 'string',
      // An acronym finds the network that has it before the documents that mention it.
      options: {search: {weight: 8}},
      validation: (rule) => rule.required().custom(hasText),
    }),
    languageField,
    defineField({
      name: 'kind',
      title: t('Druh jména', 'Kind of name'),
      type: 'string',
      options: {list: kinds},
      validation: (rule) => rule.required(),
    }),
    dateField({name: 'from', title: t('Od', 'From'), ...periodStart}),
    dateField({name: 'to', title: t('Do', 'To'), ...periodEnd('from')}),
    dateField({
      name: 'announced',
      title: t('Změna oznámena', 'Change announced'),
      description: t(
        'Den oznámení nemusí být dnem platnosti.',
        'The day of the announcement need not be the day of effect.',
      ),
    }),
    defineField({
      name: 'note',
      title: t('Poznámka', 'Note'),
      type: 'localeString',
      description: t('Na webu ji vidí každý.', 'Everybody sees it on the site.'),
    }),
    sourceField,
  ],
  preview: {
    select: {title: 'text', kind: 'kind', lang: 'lang'},
    prepare: ({title, kind, lang}) => ({
      title,
      subtitle: [titleOf(kinds, kind), titleOf(languageOptions, lang)].filter(Boolean).join(' · '),
    }),
  },
})
