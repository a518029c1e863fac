import type {Locale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'

/**
 * Entries per page of a list: a page may have 14 kB, and a visitor must be able to scan it. The landing page
 * shows the first entries of each group.
 */
const perPage = {landing: 12, group: 10, overview: 50, timeline: 20, relations: 25} as const

export type List = keyof typeof perPage

/** The entries of one page of a list. */
export const entriesOf = <Entry>(list: List, page: number, entries: readonly Entry[]): Entry[] =>
  entries.slice((page - 1) * perPage[list], page * perPage[list])

/** The number of pages of a list. An empty list has one. */
export function pageCount(list: List, total: number): number {
  return Math.max(1, Math.ceil(total / perPage[list]))
}

/** The pages to link to: first, last and neighbours. `undefined` stands for a gap. */
export function pageLinks(page: number, count: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, count].filter((each) => each >= 1 && each <= count)
  const sorted = [...new Set(near)].toSorted((a, b) => a - b)
  return sorted.flatMap((each, index) =>
    each - (sorted[index - 1] ?? each) > 1 ? [undefined, each] : [each],
  )
}

/** Adds the page number to the title, except on the first page. */
export const numberedTitle = (title: string, page: number, locale: Locale) =>
  page === 1 ? title : `${title} – ${messagesIn(locale).paging.page}\u00a0${page}`
