import type {Locale} from '../i18n/locales.ts'
import type {SiteTexts} from '../i18n/messages/site-texts.ts'
import {type Group, groupOf, groupPath, groups, networkPath} from './paths.ts'

/** The fields that an address follows from, beside the slugs. The webhook's projection sends the same. */
type AddressFields = {level?: string | null | undefined; relationKind?: string | null | undefined}

/** A page that lists documents of one type. */
type DocumentList = {
  /** The cache tag of everything that reads the list. */
  tag: string
  path: (locale: Locale) => string
  /** The site's texts have its title in this section. */
  section: Exclude<keyof SiteTexts, 'site'>
  shows: (document: AddressFields) => boolean
}

export type DocumentPage = {
  /** The Presentation tool recognises the page by this pattern. The parameter `slug` finds the document. */
  pattern: string
  path: (locale: Locale, slug: string, document: AddressFields) => string
  /** In the order in which the Studio names them. */
  lists: readonly DocumentList[]
}

export const groupTag = (group: Group) => `group:${group}`

/**
 * Every document type with a page of its own. Cache tags, on-demand revalidation, the sitemap and the
 * Presentation tool follow from it. docs/adding-a-document-type.md shows how to add one.
 */
export const documentPages = {
  network: {
    pattern: '/:locale/:section/:group/:slug',
    path: (locale, slug, network) => networkPath(locale, groupOf(network), slug),
    lists: groups.map((group) => ({
      tag: groupTag(group),
      path: (locale) => groupPath(locale, group),
      section: group,
      shows: (network) => groupOf(network) === group,
    })),
  },
} satisfies Record<string, DocumentPage>

export type PageType = keyof typeof documentPages

export const pageTypes = Object.keys(documentPages) as PageType[]

/** Undefined for a type without a page of its own. */
export const pageOf = (type: unknown): (DocumentPage & {type: PageType}) | undefined => {
  const known = pageTypes.find((name) => name === type)
  return known && {type: known, ...documentPages[known]}
}
