import {selectionLabels} from '#lib/content/overview-choices.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {ListRoute} from '#lib/routing/page-alternates.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {numberedTitle} from '#lib/routing/page-numbers.ts'
import {ogImagePath} from '#lib/routing/paths.ts'
import {listAlternates} from '../../load-list.ts'

const capitalised = (text: string) => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase())

/** The title of a list page: its group or view, with the page number. `chosen`: the selection in words. */
export function listNames(locale: Locale, route: ListRoute): {name: string; chosen?: string} {
  const {navigation, views} = messagesIn(locale)
  const name = route.kind === 'group' ? navigation.groups[route.group] : views[route.kind].title
  const chosen = route.kind === 'overview' ? selectionLabels(route.selection, locale) : []
  if (chosen.length === 0) return {name: numberedTitle(name, route.page, locale)}
  return {name, chosen: numberedTitle(capitalised(chosen.join(', ')), route.page, locale)}
}

export async function listMetadata(locale: Locale, route: ListRoute) {
  const {groupLeads, views} = messagesIn(locale)
  const {name, chosen} = listNames(locale, route)
  return {
    ...pageMetadata(locale, {
      title: chosen ? `${name}: ${chosen}` : name,
      description: route.kind === 'group' ? groupLeads[route.group] : views[route.kind].lead,
      alternates: await listAlternates(route),
      image: ogImagePath(locale, route.kind === 'group' ? route.group : route.kind),
    }),
    // A search engine needs the whole table once, not every selection of it.
    ...(chosen && {robots: {index: false, follow: true}}),
  }
}
