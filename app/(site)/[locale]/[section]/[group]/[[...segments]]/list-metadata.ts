import {selectionLabels} from '#lib/content/overview-choices.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {ListPlace} from '#lib/routing/page-alternates.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {titleOfPage} from '#lib/routing/page-numbers.ts'
import {ogImagePath} from '#lib/routing/paths.ts'
import {listAlternates} from '../../load-list.ts'

const capitalised = (text: string) => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase())

/** What a list is called: by its group or view, and which page of it this is. `chosen` names what was chosen from it. */
export function listNames(locale: Locale, place: ListPlace): {name: string; chosen?: string} {
  const {navigation, views} = messagesIn(locale)
  const name = place.kind === 'group' ? navigation.groups[place.group] : views[place.kind].title
  const chosen = place.kind === 'overview' ? selectionLabels(place.selection, locale) : []
  if (chosen.length === 0) return {name: titleOfPage(name, place.page, locale)}
  return {name, chosen: titleOfPage(capitalised(chosen.join(', ')), place.page, locale)}
}

export async function listMetadata(locale: Locale, place: ListPlace) {
  const {groupLeads, views} = messagesIn(locale)
  const {name, chosen} = listNames(locale, place)
  return {
    ...pageMetadata(locale, {
      title: chosen ? `${name}: ${chosen}` : name,
      description: place.kind === 'group' ? groupLeads[place.group] : views[place.kind].lead,
      alternates: await listAlternates(place),
      image: ogImagePath(locale, place.kind === 'group' ? place.group : place.kind),
    }),
    // A search engine needs the whole table once, not every choice from it.
    ...(chosen && {robots: {index: false, follow: true}}),
  }
}
