import {selectionLabels} from '#lib/content/overview-choices.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import type {ListRoute} from '#lib/routing/page-alternates.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {numberedTitle} from '#lib/routing/page-numbers.ts'
import {ogImagePath} from '#lib/routing/paths.ts'
import {loadSiteTexts} from '../../../site-texts.ts'
import {listAlternates} from '../../load-list.ts'

const capitalised = (text: string) => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase())

/** Where the site's texts have the title and the introduction of a list page. */
export const sectionOfList = (route: ListRoute) => (route.kind === 'group' ? route.group : route.kind)

/** The title of a list page: its group or view, with the page number. `chosen`: the selection in words. */
export function listNames(
  locale: Locale,
  route: ListRoute,
  texts: SiteTexts,
): {name: string; chosen?: string} {
  const name = texts[sectionOfList(route)].title
  const chosen = route.kind === 'overview' ? selectionLabels(route.selection, locale, texts) : []
  if (chosen.length === 0) return {name: numberedTitle(name, route.page, locale)}
  return {name, chosen: numberedTitle(capitalised(chosen.join(', ')), route.page, locale)}
}

export async function listMetadata(locale: Locale, route: ListRoute) {
  const texts = await loadSiteTexts(locale)
  const section = sectionOfList(route)
  const {name, chosen} = listNames(locale, route, texts)
  return {
    ...pageMetadata(locale, {
      title: chosen ? `${name}: ${chosen}` : name,
      description: texts[section].lead,
      alternates: await listAlternates(route),
      image: ogImagePath(locale, section),
      site: texts.site,
    }),
    // A search engine needs the whole table once, not every selection of it.
    ...(chosen && {robots: {index: false, follow: true}}),
  }
}
