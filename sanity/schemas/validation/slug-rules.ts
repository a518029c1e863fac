import {getPublishedId} from '@sanity/client/csm'
import type {CustomValidator, SlugValue, ValidationContext} from 'sanity'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {withLink} from './linked-message.ts'
import type {QueryCheck, RunQuery} from './query-rules.ts'

export const isValidSlug: CustomValidator<SlugValue | undefined> = (value) =>
  !value?.current || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value.current)
    ? true
    : t(
        'Jen malá písmena bez háčků a čárek, číslice a pomlčky. Tlačítko Vygenerovat adresu vytvoří z názvu.',
        'Only a–z, digits and single hyphens; the Generate button makes it from the name.',
      )

type Owner = {_id: string; name: string | null}

/** Another network that uses or used one of these slugs, also in a draft or version. */
async function otherOwner(slugs: string[], runQuery: RunQuery, {document}: ValidationContext) {
  const networks = await runQuery<Owner[]>(
    `*[_type == "network" && count([slug.cs.current, slug.en.current, ...slug.former][@ in $slugs]) > 0]{
      _id, "name": coalesce(name[$language], name.cs, name.en)
    }`,
    {slugs, language: studioLanguage},
    'validation.slug-is-free',
  )
  const own = document && getPublishedId(document._id)
  const owner = networks.find(({_id}) => getPublishedId(_id) !== own)
  if (!owner) return undefined
  const id = getPublishedId(owner._id)
  return {id, type: 'network', title: owner.name ?? id}
}

/**
 * A slug belongs to one network, in both languages and for ever. The site finds a network by its slug in
 * either language, to redirect a link in the wrong language, and by its former slugs.
 */
export const isSlugFree: QueryCheck<SlugValue | undefined> = async (slug, runQuery, context) => {
  const owner = slug?.current && (await otherOwner([slug.current], runQuery, context))
  if (!owner) return true
  const message = t(
    `Adresu „${slug.current}“ už má nebo měla síť „${owner.title}“: napište jinou.`,
    `The network “${owner.title}” has or had the address “${slug.current}”: write another.`,
  )
  return withLink(message, owner)
}

/** A former slug that another network uses would hide that network or redirect in a loop. */
export const isFormerSlugFree: QueryCheck<string[] | undefined> = async (former, runQuery, context) => {
  const owner = former?.length ? await otherOwner(former, runQuery, context) : undefined
  if (!owner) return true
  const message = t(
    `Jednu z těchto adres už používá síť „${owner.title}“: odeberte ji zde.`,
    `The network “${owner.title}” uses one of these addresses: remove it here.`,
  )
  return withLink(message, owner)
}

type Localized = {cs?: string; en?: string} | undefined
type LocalizedSlug = {cs?: SlugValue; en?: SlugValue} | undefined

/** A network has a page in each language in which it has a slug. There it must have a name too. */
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

export const hasSlug: CustomValidator<LocalizedSlug> = (slug) =>
  slug?.cs?.current || slug?.en?.current
    ? true
    : t('Bez adresy se síť na webu neobjeví.', 'Without an address the network is not on the site.')
