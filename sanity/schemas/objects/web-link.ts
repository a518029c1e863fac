import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {addressText} from '../preview-text.ts'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'
import {webAddress} from '../validation/web-address.ts'

export const webLink = defineType({
  name: 'webLink',
  title: t('Odkaz', 'Link'),
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: t('Text odkazu', 'Link text'),
      type: 'localeString',
      validation: (rule) => rule.required().custom(hasTextInOneLanguage),
    }),
    defineField({
      name: 'url',
      title: t('Adresa', 'Address'),
      type: 'url',
      validation: (rule) => rule.required().uri(webAddress),
    }),
  ],
  preview: {
    select: {title: 'title.cs', url: 'url'},
    prepare: ({title, url}) => ({title, subtitle: addressText(url)}),
  },
})
