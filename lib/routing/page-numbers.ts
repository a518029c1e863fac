import type {Locale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'

/**
 * How much stands on one page of a list: what fits the 14 kB that a page may weigh, and what a reader can look through.
 * The landing page shows the first of each group.
 */
const perPage = {landing: 12, group: 10, overview: 50, timeline: 20, relations: 25} as const

export type List = keyof typeof perPage

/** The entries of one page of a list. */
export const entriesOf = <Entry>(list: List, page: number, entries: readonly Entry[]): Entry[] =>
  entries.slice((page - 1) * perPage[list], page * perPage[list])

/** How many pages a list has; one also when nothing is on it. */
export function pageCount(list: List, total: number): number {
  return Math.max(1, Math.ceil(total / perPage[list]))
}

/** The pages worth a link from one of them: the first, the last, the neighbours; a gap is `undefined`. */
export function pageLinks(page: number, count: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, count].filter((each) => each >= 1 && each <= count)
  const sorted = [...new Set(near)].toSorted((a, b) => a - b)
  return sorted.flatMap((each, index) =>
    each - (sorted[index - 1] ?? each) > 1 ? [undefined, each] : [each],
  )
}

/** Pages after the first say their number. */
export const titleOfPage = (title: string, page: number, locale: Locale) =>
  page === 1 ? title : `${title} – ${messagesIn(locale).paging.page}\u00a0${page}`
