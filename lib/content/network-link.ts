import {type Locale, locales} from '../i18n/locales.ts'
import {pickText, type Text} from '../i18n/localized.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import {lookUp, parseString} from '../parsing/parse.ts'
import {documentPages, type PageType} from '../routing/document-pages.ts'
import {type Alternates, type Group, groupOf} from '../routing/paths.ts'
import {logoSize} from './logo-size.ts'
import type {BodyRow, LogoRow, NetworkLinkRow} from './query-rows.ts'

/** The minimum that a network needs to be listed on the site. */
export type NetworkLink = {
  id: string
  group: Group
  name: Text
  /** The type of body, in words. */
  kind?: string
  logo?: LogoRow
  /** What the logo says beyond the name. Missing for a decorative logo. */
  logoText?: Text
  /** Its acronym, or that of the body it is a part of. For the monogram. */
  acronym?: string
  slugs: Partial<Record<Locale, string>>
  /** Its path in each language with a slug. */
  paths: Alternates
}

/**
 * Name, slugs and paths of a document with a page of its own.
 * @throws TypeError when the document has no name, or its name or slugs are of the wrong type.
 */
export function documentLink(
  type: PageType,
  row: NetworkLinkRow,
  locale: Locale,
): Pick<NetworkLink, 'name' | 'slugs' | 'paths'> {
  const name = pickText(row.name, locale)
  if (!name) throw new TypeError(`the ${type} has no name`)
  const slugs: NetworkLink['slugs'] = {}
  const paths: Alternates = {}
  for (const each of locales) {
    const slug = parseString(row.slug?.[each]?.current)
    if (!slug) continue
    slugs[each] = slug
    paths[each] = documentPages[type].path(each, slug, row)
  }
  return {name, slugs, paths}
}

/** @throws TypeError as `documentLink`. */
export function networkLink(row: NetworkLinkRow, locale: Locale): NetworkLink {
  const {name, slugs, paths} = documentLink('network', row, locale)
  const kind = lookUp(messagesIn(locale).bodyTypes, row.bodyType)
  const acronym = parseString(row.acronym)
  // An interrupted upload leaves an image without an asset, or with an invalid asset id.
  const logo = row.logo && logoSize(row.logo) ? row.logo : undefined
  const logoText = logo?.purpose === 'informative' ? pickText(logo.alt, locale) : undefined
  return {
    id: parseString(row._id) ?? '',
    group: groupOf(row),
    name,
    ...(kind && {kind}),
    ...(logo && {logo}),
    ...(logoText && {logoText}),
    ...(acronym && {acronym}),
    slugs,
    paths,
  }
}

/**
 * A network without a page in any language is in no list and no data file. Where another document refers to
 * it, its name may be printed as plain text.
 */
export const isOnSite = ({paths}: Pick<NetworkLink, 'paths'>): boolean => Boolean(paths.cs ?? paths.en)

/**
 * The name of a body, with a link if it is a network with a page in this language. Undefined without a body
 * or name.
 */
export function bodyReference(
  body: BodyRow | null | undefined,
  locale: Locale,
): {text: Text; href?: string} | undefined {
  const text = pickText(body?.name, locale)
  if (!body || !text) return undefined
  const href = body._type === 'network' ? networkLink(body, locale).paths[locale] : undefined
  return {text, ...(href && {href})}
}
