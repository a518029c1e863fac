import {getPublishedId} from '@sanity/client/csm'
import type {CustomValidator} from 'sanity'
import {locales} from '#lib/i18n/locales.ts'
import {normaliseLegacyPath} from '#lib/routing/legacy-path.ts'
import {groupOf, groupPath, groups, homePath, landingPath, networkPath} from '#lib/routing/paths.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {withLink} from './linked-message.ts'
import type {QueryCheck} from './query-rules.ts'

export const isLegacyPath: CustomValidator<string | undefined> = (path) =>
  !path || (path.startsWith('/') && path === normaliseLegacyPath(path))
    ? true
    : t(
        'Jen cesta bez domény a bez lomítka na konci: /cs/organizace/…',
        'The path only, without the domain and without a slash at its end: /en/organization/…',
      )

type Address = {
  _id: string
  name: string | null
  legacyPaths: string[] | null
  cs: string | null
  en: string | null
  level: string | null
  relationKind: string | null
}

/** Paths of pages that exist independently of networks. */
const fixedPaths = locales.flatMap((locale) => [
  homePath(locale),
  landingPath(locale),
  ...groups.map((group) => groupPath(locale, group)),
])

const pathsOf = ({cs, en, ...network}: Address) =>
  locales.flatMap((locale) => {
    const slug = {cs, en}[locale]
    return slug ? networkPath(locale, groupOf(network), slug) : []
  })

/** A legacy path belongs to one network. As the path of a live page it would hide that page or loop. */
export const isLegacyPathFree: QueryCheck<string[] | undefined> = async (paths, runQuery, {document}) => {
  if (!paths?.length) return true
  const networks = await runQuery<Address[]>(
    `*[_type == "network"]{_id, "name": coalesce(name[$language], name.cs, name.en), legacyPaths, "cs": slug.cs.current, "en": slug.en.current, level, relationKind}`,
    {language: studioLanguage},
    'validation.legacy-path-is-free',
  )
  const live = new Set([...fixedPaths, ...networks.flatMap(pathsOf)])
  const hidden = paths.find((path) => live.has(path))
  if (hidden)
    return t(
      `${hidden} je adresa stránky, která na webu je.`,
      `${hidden} is the address of a page of this site.`,
    )
  const own = document && getPublishedId(document._id)
  const others = networks.filter(({_id}) => getPublishedId(_id) !== own)
  const owner = others.find(({legacyPaths}) => legacyPaths?.some((path) => paths.includes(path)))
  const taken = paths.find((path) => owner?.legacyPaths?.includes(path))
  if (!owner || !taken) return true
  const id = getPublishedId(owner._id)
  const title = owner.name ?? id
  const message = t(
    `${taken} už vede k síti „${title}“: odeberte ji tady, nebo tam.`,
    `${taken} already leads to the network “${title}”: remove it here or there.`,
  )
  return withLink(message, {id, type: 'network', title})
}
