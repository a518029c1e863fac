import {defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'

/** Where a fact was read. The same field on every fact, so that one query finds the facts without it. */
export const sourceField = defineField({
  name: 'source',
  title: t('Pramen', 'Source'),
  type: 'reference',
  to: [{type: 'source'}],
})

/** For facts nobody may add without saying where they were read. */
export const requiredSourceField = defineField({
  ...sourceField,
  validation: (rule) => rule.required(),
})
