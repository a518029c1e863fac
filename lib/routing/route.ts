import type {Locale} from '../i18n/locales.ts'
import {
  type Group,
  groupFromSlug,
  groupPath,
  groupSlugs,
  networkPath,
  viewFromSlug,
  viewPath,
} from './paths.ts'

/**
 * The pages below the landing page: what their addresses name, and back. Lists have further pages (`…/page/2`), the
 * overview has pages for what was chosen from it (`…/overview/czech-networks/former`).
 */

/** What the overview can be narrowed by. Within a language all words differ, so each says which facet it is of. */
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

/** In the order in which addresses name them. */
export const facets = Object.keys(choiceSlugs) as Facet[]

const slugsOf = (facet: Facet): Record<string, Record<Locale, string>> => choiceSlugs[facet]

/** What a facet can be narrowed to: values of the content model. */
export const choicesOf = (facet: Facet) => Object.keys(slugsOf(facet))

/** A facet that isn't in it isn't narrowed. */
export type Selection = Partial<Record<Facet, string>>

/** `page` counts from 1. */
export type Route =
  | {kind: 'group'; group: Group; page: number}
  | {kind: 'network'; group: Group; slug: string}
  | {kind: 'overview'; selection: Selection; page: number}
  | {kind: 'timeline'; page: number}
  | {kind: 'relations'; page: number}

export type RouteOf<Kind extends Route['kind']> = Extract<Route, {kind: Kind}>

const pageWords: Record<Locale, string> = {cs: 'strana', en: 'page'}

/** Facets are named in their order or not at all: each selection has one address. */
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

/** The number of a list's page and the segments before it. Page one has no number, so that it has one address. */
function splitPage(locale: Locale, segments: string[]): {page: number; rest: string[]} | undefined {
  if (segments.at(-2) !== pageWords[locale]) return {page: 1, rest: segments}
  const number = segments.at(-1) ?? ''
  return /^([2-9]|[1-9]\d{1,4})$/.test(number)
    ? {page: Number(number), rest: segments.slice(0, -2)}
    : undefined
}

/** What the segments below the landing page name in a language; undefined when nothing. */
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
  if (rest.length > 0) return undefined
  return view ? {kind: view, page} : group && {kind: 'group', group, page}
}

export function routePath(locale: Locale, route: Route): string {
  if (route.kind === 'network') return networkPath(locale, route.group, route.slug)
  const choices = facets.flatMap((facet) => {
    const choice = route.kind === 'overview' ? route.selection[facet] : undefined
    return choice === undefined ? [] : (slugsOf(facet)[choice]?.[locale] ?? [])
  })
  const first = route.kind === 'group' ? groupPath(locale, route.group) : viewPath(locale, route.kind)
  const page = route.page === 1 ? [] : [pageWords[locale], route.page]
  return [first, ...choices, ...page].join('/')
}
