import {defineField, defineType} from 'sanity'
import {t} from '#sanity/studio/language.ts'
import {hasAddressForm, isSlugFree} from '../validation/slug-rules.ts'

/** Made from `name`, so it belongs on documents that have a `name` of type `localeString`. */
export const localeSlug = defineType({
  name: 'localeSlug',
  title: t('Adresa stránky', 'Page address'),
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'cs',
      title: t('Česky', 'Czech'),
      type: 'slug',
      options: {source: 'name.cs', maxLength: 80, isUnique: isSlugFree},
      validation: (rule) => rule.custom(hasAddressForm),
    }),
    defineField({
      name: 'en',
      title: t('Anglicky', 'English'),
      type: 'slug',
      options: {source: 'name.en', maxLength: 80, isUnique: isSlugFree},
      validation: (rule) => rule.custom(hasAddressForm),
    }),
  ],
})
