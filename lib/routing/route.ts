import type {Locale} from '../i18n/locales.ts'
import {
  type Group,
  groupFromSlug,
  groupPath,
  groupSlugs,
  neighbourhoodPath,
  networkPath,
  viewFromSlug,
  viewPath,
} from './paths.ts'

/**
 * Parses and builds the paths below the landing page. Lists have further pages (`…/page/2`). The overview has
 * filters (`…/overview/czech-networks/former`).
 */

/** Slugs of the overview's filters. All slugs of a language differ, so each belongs to one facet. */
const choiceSlugs = {
  group: groupSlugs,
  kind: {
    umbrella: {cs: 'zastresujici-organizace', en: 'umbrella-organisations'},
    'gov-advisory-committee': {cs: 'poradni-vybory-vlady', en: 'government-committees'},
    'ministerial-working-group': {cs: 'pracovni-skupiny-ministerstev', en: 'ministerial-working-groups'},
    'regional-platform': {cs: 'regionalni-platformy', en: 'regional-platforms'},
    alliance: {cs: 'aliance', en: 'alliances'},
    other: {cs: 'ostatni', en: 'other'},
  },
  status: {
    active: {cs: 'trva', en: 'active'},
    former: {cs: 'skoncilo', en: 'former'},
    unknown: {cs: 'nepotvrzeno', en: 'not-confirmed'},
  },
} satisfies Record<string, Record<string, Record<Locale, string>>>

export type Facet = keyof typeof choiceSlugs

/** In their order in a path. */
export const facets = Object.keys(choiceSlugs) as Facet[]

const slugsOf = (facet: Facet): Record<string, Record<Locale, string>> => choiceSlugs[facet]

/** The values of a facet: enum values of the content model. */
export const choicesOf = (facet: Facet) => Object.keys(slugsOf(facet))

/** The selected value of each facet. A missing facet is not filtered. */
export type Selection = Partial<Record<Facet, string>>

/** `page` counts from 1. */
export type Route =
  | {kind: 'group'; group: Group; page: number}
  | {kind: 'network'; group: Group; slug: string}
  | {kind: 'overview'; selection: Selection; page: number}
  | {kind: 'timeline'; page: number}
  | {kind: 'relations'; page: number}
  | {kind: 'neighbourhood'; slug: string}

export type RouteOf<Kind extends Route['kind']> = Extract<Route, {kind: Kind}>

const pageSlugs: Record<Locale, string> = {cs: 'strana', en: 'page'}

/** Facets must be in their order, so that each selection has one path. */
function selectionFrom(locale: Locale, segments: string[]): Selection | undefined {
  const left = [...segments]
  const selection: Selection = {}
  for (const facet of facets) {
    const choice = choicesOf(facet).find((each) => slugsOf(facet)[each]?.[locale] === left[0])
    if (choice === undefined) continue
    selection[facet] = choice
    left.shift()
  }
  return left.length === 0 ? selection : undefined
}

/** Splits off the page number. Page one has none, so that it has one path. */
function splitPage(locale: Locale, segments: string[]): {page: number; rest: string[]} | undefined {
  if (segments.at(-2) !== pageSlugs[locale]) return {page: 1, rest: segments}
  const number = segments.at(-1) ?? ''
  return /^([2-9]|[1-9]\d{1,4})$/.test(number)
    ? {page: Number(number), rest: segments.slice(0, -2)}
    : undefined
}

/** Parses the segments below the landing page. Undefined when they are no route. */
export function parseRoute(locale: Locale, [first = '', ...segments]: string[]): Route | undefined {
  const group = groupFromSlug(locale, first)
  if (group && segments.length === 1 && segments[0]) return {kind: 'network', group, slug: segments[0]}
  const split = splitPage(locale, segments)
  if (!split) return undefined
  const {page, rest} = split
  const view = viewFromSlug(locale, first)
  if (view === 'overview') {
    const selection = selectionFrom(locale, rest)
    return selection && {kind: view, selection, page}
  }
  if (view === 'relations' && rest.length === 1 && page === 1)
    return {kind: 'neighbourhood', slug: rest[0] ?? ''}
  if (rest.length > 0) return undefined
  return view ? {kind: view, page} : group && {kind: 'group', group, page}
}

export function routePath(locale: Locale, route: Route): string {
  if (route.kind === 'network') return networkPath(locale, route.group, route.slug)
  if (route.kind === 'neighbourhood') return neighbourhoodPath(locale, route.slug)
  const choices = facets.flatMap((facet) => {
    const choice = route.kind === 'overview' ? route.selection[facet] : undefined
    return choice === undefined ? [] : (slugsOf(facet)[choice]?.[locale] ?? [])
  })
  const first = route.kind === 'group' ? groupPath(locale, route.group) : viewPath(locale, route.kind)
  const page = route.page === 1 ? [] : [pageSlugs[locale], route.page]
  return [first, ...choices, ...page].join('/')
}
