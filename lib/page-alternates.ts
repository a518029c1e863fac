import {type Locale, locales} from './locales.ts'
import {pageCount} from './paging.ts'
import {type Place, placePath} from './place.ts'
import type {Alternates} from './routes.ts'

export type ListPlace = Exclude<Place, {kind: 'network'}>

/** The same page of a list in each language whose list is long enough for it. `totals`: how many entries each has. */
export const pageAlternates = (place: ListPlace, totals: Record<Locale, number>): Alternates =>
  Object.fromEntries(
    locales
      .filter((locale) => place.page <= pageCount(place.kind, totals[locale]))
      .map((locale) => [locale, placePath(locale, place)]),
  )
