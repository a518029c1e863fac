import {defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {isAtMost} from '../validation/length-rule.ts'
import {hasNameForEachSlug, hasSlug} from '../validation/slug-rules.ts'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'
import {hasNoTimeBoundWord} from '../validation/time-bound-words.ts'
import {networkKind} from './network-kind.ts'

/** The tab with name, slug, kind and texts. */
export const networkText = [
  defineField({
    name: 'name',
    title: t('Název', 'Name'),
    type: 'localeString',
    group: 'text',
    validation: (rule) => rule.required().custom(hasTextInOneLanguage),
  }),
  defineField({
    name: 'slug',
    title: t('Adresa stránky', 'Page address'),
    type: 'localeSlug',
    group: 'text',
    description: t(
      'Poslední část adresy. Síť je na webu v těch jazycích, v nichž má adresu.',
      'The last part of the address. The network is on the site in the languages in which it has one.',
    ),
    validation: (rule) => [rule.custom(hasNameForEachSlug), rule.custom(hasSlug).warning()],
  }),
  ...networkKind,
  defineField({
    name: 'summary',
    title: t('Stručně', 'In short'),
    type: 'localeText',
    group: 'text',
    description: t(
      'Jedna až dvě věty do přehledů a vyhledávačů.',
      'One or two sentences for lists and search engines.',
    ),
    // `columns` again: the options of a field replace those of its type.
    options: {columns: 2, limit: 200},
    validation: (rule) => [rule.custom(hasNoTimeBoundWord).warning(), rule.custom(isAtMost(200)).warning()],
  }),
  defineField({
    name: 'body',
    title: t('Text stránky', 'Page text'),
    type: 'localeBlock',
    group: 'text',
    validation: (rule) => rule.custom(hasNoTimeBoundWord).warning(),
  }),
]
