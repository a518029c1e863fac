import {defineArrayMember, defineField, defineType} from 'sanity'
import {slugOf} from '#lib/routing/slug.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {LocaleSlugInput} from '../inputs/locale-slug-input.tsx'
import {queryRules} from '../validation/query-rules.ts'
import {isFormerSlugFree, isSlugFree, isValidSlug} from '../validation/slug-rules.ts'

/** @throws Error when the name gives no slug. Sanity shows its message below the field. */
function slugOrThrow(name: string): string {
  const slug = slugOf(name)
  if (slug) return slug
  throw new Error(
    t(
      'Z tohoto názvu adresu vytvořit nejde: napište ji sami, písmeny a–z, číslicemi a pomlčkami.',
      'No address can be made from this name: type one yourself, with a–z, digits and hyphens.',
    ),
  )
}

/** `isSlugFree` checks instead: Sanity's own check shows an error when the lake does not answer. */
const skipUniqueCheck = () => true

/** Generated from `name`. Use it only in documents with a `name` of type `localeString`. */
export const localeSlug = defineType({
  name: 'localeSlug',
  title: t('Adresa stránky', 'Page address'),
  type: 'object',
  fields: [
    defineField({
      name: 'cs',
      title: t('Česky', 'Czech'),
      type: 'slug',
      options: {source: 'name.cs', slugify: slugOrThrow, isUnique: skipUniqueCheck},
      validation: (rule) => [rule.custom(isValidSlug), ...queryRules(rule, isSlugFree)],
    }),
    defineField({
      name: 'en',
      title: t('Anglicky', 'English'),
      type: 'slug',
      options: {source: 'name.en', slugify: slugOrThrow, isUnique: skipUniqueCheck},
      validation: (rule) => [rule.custom(isValidSlug), ...queryRules(rule, isSlugFree)],
    }),
    defineField({
      name: 'former',
      title: t('Dřívější adresy', 'Former addresses'),
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      description: t(
        'Vznikají samy, když zveřejněnou adresu změníte, a vedou na novou.',
        'Made by themselves when a published address changes; they lead to the new one.',
      ),
      options: {layout: 'tags'},
      hidden: ({value}) => !value?.length,
      validation: (rule) => [rule.unique(), ...queryRules(rule, isFormerSlugFree)],
    }),
  ],
  components: {input: LocaleSlugInput},
})
