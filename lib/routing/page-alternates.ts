import {type Locale, locales} from '../i18n/locales.ts'
import {pageCount} from './page-numbers.ts'
import type {Alternates} from './paths.ts'
import {type Place, placePath} from './route.ts'

export type ListPlace = Exclude<Place, {kind: 'network'}>

/** The same page of a list in each language whose list is long enough for it. `totals`: how many entries each has. */
export const pageAlternates = (place: ListPlace, totals: Record<Locale, number>): Alternates =>
  Object.fromEntries(
    locales
      .filter((locale) => place.page <= pageCount(place.kind, totals[locale]))
      .map((locale) => [locale, placePath(locale, place)]),
  )
