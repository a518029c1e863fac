import type {Locale} from '../i18n/locales.ts'
import type {Text} from '../i18n/localized.ts'
import {networkLink} from './network-link.ts'
import type {NetworkLinkRow} from './query-rows.ts'

/**
 * Why a preview has no page at an address.
 * - `unknown`: no version of any network has this address.
 * - `unpublished`: the network is a draft, or in a release (`release` is its id), and the preview shows
 *   something else.
 * - `untranslated`: the network has no address in this language.
 * - `moved`: the network has another address, `href`.
 */
export type MissingPage =
  | {reason: 'unknown'}
  | {reason: 'unpublished'; id: string; release?: string}
  | {reason: 'untranslated' | 'moved'; id: string; name: Text; href?: string}

/** Splits the id of a version: `drafts.a`, `versions.r1.a`. */
function partsOf(versionId: string): {id: string; release?: string} {
  const [prefix, ...rest] = versionId.split('.')
  if (prefix === 'drafts') return {id: rest.join('.')}
  if (prefix === 'versions') return {id: rest.slice(1).join('.'), ...(rest[0] && {release: rest[0]})}
  return {id: versionId}
}

/**
 * `versionIds`: the documents with the slug of the address, in any version. `shown`: the network of the first
 * of them as the preview shows it.
 */
export function missingPage(
  versionIds: readonly string[],
  shown: NetworkLinkRow | null,
  locale: Locale,
): MissingPage {
  const [first] = versionIds
  if (first === undefined) return {reason: 'unknown'}
  const {id} = partsOf(first)
  if (!shown) {
    // A draft opens without a choice of perspective, so it comes before a release.
    const releases = versionIds.map(partsOf).filter((each) => each.id === id)
    const release = releases.every((each) => each.release) ? releases[0]?.release : undefined
    return {reason: 'unpublished', id, ...(release && {release})}
  }
  const {name, paths} = networkLink(shown, locale)
  const href = paths[locale]
  return href ? {reason: 'moved', id, name, href} : {reason: 'untranslated', id, name}
}

/** The network of the first version. */
export const idOfVersion = (versionId: string): string => partsOf(versionId).id
