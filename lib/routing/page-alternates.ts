import {type Locale, locales} from '../i18n/locales.ts'
import {pageCount} from './page-numbers.ts'
import type {Alternates} from './paths.ts'
import {type Route, routePath} from './route.ts'

export type ListRoute = Extract<Route, {page: number}>

/**
 * The alternates of a list page. A language whose list has fewer pages is left out. `totals`: entries per
 * language.
 */
export const pageAlternates = (route: ListRoute, totals: Record<Locale, number>): Alternates =>
  Object.fromEntries(
    locales
      .filter((locale) => route.page <= pageCount(route.kind, totals[locale]))
      .map((locale) => [locale, routePath(locale, route)]),
  )
