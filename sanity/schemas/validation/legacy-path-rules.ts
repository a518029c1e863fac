import {getPublishedId} from '@sanity/client/csm'
import type {CustomValidator} from 'sanity'
import {locales} from '#lib/i18n/locales.ts'
import {normaliseLegacyPath} from '#lib/routing/legacy-path.ts'
import {groupOf, groupPath, groups, homePath, landingPath, networkPath} from '#lib/routing/paths.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import type {Check} from './rules-that-ask.ts'

export const isLegacyPath: CustomValidator<string | undefined> = (path) =>
  !path || (path.startsWith('/') && path === normaliseLegacyPath(path))
    ? true
    : t(
        'Jen cesta bez domény a bez lomítka na konci: /cs/organizace/…',
        'The path only, without the domain and without a slash at its end: /en/organization/…',
      )

type Address = {
  _id: string
  legacyPaths: string[] | null
  cs: string | null
  en: string | null
  level: string | null
  relationKind: string | null
}

/** The pages that are there whatever the networks are called. */
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

/** An address leads to one network, and not away from a page that is there now: that would hide it, or go in circles. */
export const isLegacyPathFree: Check<string[] | undefined> = async (paths, ask, {document}) => {
  if (!paths?.length) return true
  const networks = await ask<Address[]>(
    `*[_type == "network"]{_id, legacyPaths, "cs": slug.cs.current, "en": slug.en.current, level, relationKind}`,
    {},
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
  const taken = paths.find((path) => others.some(({legacyPaths}) => legacyPaths?.includes(path)))
  return taken ? t(`${taken} už vede k jiné síti.`, `${taken} already leads to another network.`) : true
}
