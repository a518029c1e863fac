import {defineArrayMember, defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from './date-field.ts'

/** The tab with the source text, its corrections and the last check. */
export const networkSources = [
  defineField({
    name: 'sourceText',
    title: t('Původní znění', 'Source text'),
    type: 'sourceText',
    group: 'evidence',
  }),
  defineField({
    name: 'corrections',
    title: t('Opravy', 'Corrections'),
    type: 'array',
    group: 'evidence',
    of: [defineArrayMember({type: 'correction'})],
    description: t(
      'Co jsme proti původnímu znění změnili a proč, v pořadí.',
      'What was changed against the source text and why, in order.',
    ),
  }),
  defineField({
    name: 'editorNote',
    title: t('Poznámka redakce', 'Editor’s note'),
    type: 'text',
    rows: 3,
    group: 'evidence',
    description: t(
      'Co je třeba ověřit. Na webu se neukazuje, ale není tajná.',
      'What remains to be checked. Not shown on the site, yet not secret.',
    ),
  }),
  dateField({
    name: 'lastChecked',
    title: t('Naposledy ověřeno', 'Last checked'),
    type: 'date',
    group: 'evidence',
  }),
]
