import {getPublishedId} from '@sanity/client/csm'
import type {CustomValidator, SlugValue, ValidationContext} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import type {Ask, Check} from './rules-that-ask.ts'

export const hasAddressForm: CustomValidator<SlugValue | undefined> = (value) =>
  !value?.current || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value.current)
    ? true
    : t(
        'Jen malá písmena bez háčků a čárek, číslice a pomlčky. Tlačítko Vygenerovat adresu vytvoří z názvu.',
        'Only a–z, digits and single hyphens; the Generate button makes it from the name.',
      )

/** The networks other than this one, drafts and versions included, that have one of these slugs or had it. */
async function othersAt(slugs: string[], ask: Ask, {document}: ValidationContext) {
  const ids = await ask<string[]>(
    `*[_type == "network" && count([slug.cs.current, slug.en.current, ...slug.former][@ in $slugs]) > 0]._id`,
    {slugs},
    'validation.slug-is-free',
  )
  const own = document && getPublishedId(document._id)
  return ids.filter((id) => getPublishedId(id) !== own)
}

/**
 * A slug names one network in both languages and for ever: the site finds a network by either slug, so that a link in
 * the wrong language can be redirected, and by those it had.
 */
export const isSlugFree: Check<SlugValue | undefined> = async (slug, ask, context) =>
  !slug?.current || (await othersAt([slug.current], ask, context)).length === 0
    ? true
    : t('Tuto adresu už má jiná síť.', 'Another network has this address.')

/** A former slug that another network uses would hide it, or send visitors round in circles. */
export const isFormerSlugFree: Check<string[] | undefined> = async (former, ask, context) =>
  !former?.length || (await othersAt(former, ask, context)).length === 0
    ? true
    : t(
        'Jednu z těchto adres už používá jiná síť: odeberte ji zde.',
        'Another network uses one of these addresses: remove it here.',
      )

type Localized = {cs?: string; en?: string} | undefined
type LocalizedSlug = {cs?: SlugValue; en?: SlugValue} | undefined

/** A network is on the site in the languages in which it has a slug; there it must have a name, too. */
export const hasNameForEachSlug: CustomValidator<LocalizedSlug> = (slug, {document}) => {
  const name = document?.name as Localized
  if (slug?.cs?.current && !name?.cs)
    return t(
      'Stránka má českou adresu, ale chybí český název.',
      'The page has a Czech address but no Czech name.',
    )
  if (slug?.en?.current && !name?.en)
    return t(
      'Stránka má anglickou adresu, ale chybí anglický název.',
      'The page has an English address but no English name.',
    )
  return true
}

export const isOnTheSite: CustomValidator<LocalizedSlug> = (slug) =>
  slug?.cs?.current || slug?.en?.current
    ? true
    : t('Bez adresy se síť na webu neobjeví.', 'Without an address the network is not on the site.')
