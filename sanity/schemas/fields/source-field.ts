import {defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'

/** The source of a fact. One field name for all facts, so that one query finds facts without a source. */
export const sourceField = defineField({
  name: 'source',
  title: t('Zdroj', 'Source'),
  type: 'reference',
  to: [{type: 'source'}],
})

/** For facts that need a source. */
export const requiredSourceField = defineField({
  ...sourceField,
  validation: (rule) => rule.required(),
})
