import {LaunchIcon} from '@sanity/icons/Launch'
import {defineField, defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {addressText, inStudioLanguage} from '../preview-text.ts'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'
import {webAddress} from '../validation/web-address.ts'

export const webLink = defineType({
  name: 'webLink',
  title: t('Odkaz', 'Link'),
  type: 'object',
  icon: LaunchIcon,
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
    select: {title: 'title', url: 'url'},
    prepare: ({title, url}) => ({title: inStudioLanguage(title) ?? '', subtitle: addressText(url)}),
  },
})
