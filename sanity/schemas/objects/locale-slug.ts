import {defineArrayMember, defineField, defineType} from 'sanity'
import {slugOf} from '#lib/routing/slug.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {LocaleSlugInput} from '../inputs/locale-slug-input.tsx'
import {rulesThatAsk} from '../validation/rules-that-ask.ts'
import {hasAddressForm, isFormerSlugFree, isSlugFree} from '../validation/slug-rules.ts'

/** Where there is no slug to make, the field shows the message of the error below itself. */
function slugOrAdvice(name: string): string {
  const slug = slugOf(name)
  if (slug) return slug
  throw new Error(
    t(
      'Z tohoto názvu adresu vytvořit nejde: napište ji sami, písmeny a–z, číslicemi a pomlčkami.',
      'No address can be made from this name: type one yourself, with a–z, digits and hyphens.',
    ),
  )
}

/** Sanity asks by itself whether a slug is unique, and shows an error when it gets no answer. */
const checkedBelow = () => true

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
      options: {source: 'name.cs', slugify: slugOrAdvice, isUnique: checkedBelow},
      validation: (rule) => [rule.custom(hasAddressForm), ...rulesThatAsk(rule, isSlugFree)],
    }),
    defineField({
      name: 'en',
      title: t('Anglicky', 'English'),
      type: 'slug',
      options: {source: 'name.en', slugify: slugOrAdvice, isUnique: checkedBelow},
      validation: (rule) => [rule.custom(hasAddressForm), ...rulesThatAsk(rule, isSlugFree)],
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
      validation: (rule) => [rule.unique(), ...rulesThatAsk(rule, isFormerSlugFree)],
    }),
  ],
  components: {input: LocaleSlugInput},
})
