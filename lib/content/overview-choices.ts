import type {Locale} from '../i18n/locales.ts'
import {messagesIn} from '../i18n/messages/messages.ts'
import type {SiteTexts} from '../i18n/messages/site-texts.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {parseString} from '../parsing/parse.ts'
import {groups} from '../routing/paths.ts'
import {choicesOf, type Facet, facets, routePath, type Selection} from '../routing/route.ts'
import type {CatalogueNetwork} from './catalogue.ts'
import {printedStatus} from './membership-state.ts'

/** The values that the overview filters a membership by. */
export type ChoiceRow = Partial<Record<Facet, string | null | undefined>>

/** The memberships that match a selection. */
export const applySelection = <Row extends ChoiceRow>(rows: readonly Row[], selection: Selection): Row[] =>
  rows.filter((row) =>
    facets.every((facet) => selection[facet] === undefined || row[facet] === selection[facet]),
  )

/** The number of memberships that match a selection. */
export const countSelected = (rows: readonly ChoiceRow[], selection: Selection) =>
  applySelection(rows, selection).length

export type MembershipChoiceRow = Partial<
  Record<'_id' | 'network' | 'status' | 'since' | 'until', string | null | undefined>
>

/**
 * The memberships in these networks. Sorted by group and the order of the networks; within a network former ones come
 * last, then by start date.
 */
export function choicesIn(
  networks: readonly CatalogueNetwork[],
  rows: readonly MembershipChoiceRow[] | null | undefined,
  now = new Date(),
): (ChoiceRow & {id: string})[] {
  const networksById = new Map(networks.map((network, index) => [network.id, {index, network}]))
  return mapValid(
    rows,
    (row) => row?._id,
    (row) => {
      const found = networksById.get(parseString(row.network) ?? '')
      if (!found) return undefined
      const {index, network} = found
      // The printed status. It may differ from the stored one, which dates can contradict.
      const status = printedStatus(row, now) ?? null
      const choice = {
        id: parseString(row._id) ?? '',
        group: network.group,
        kind: network.kind ?? null,
        status,
      }
      return {
        choice,
        order: [
          groups.indexOf(network.group),
          index,
          Number(status === 'former'),
          parseString(row.since) ?? '~',
          choice.id,
        ],
      }
    },
  )
    .toSorted((a, b) => compareByParts(a.order, b.order))
    .map(({choice}) => choice)
}

const compareByParts = (a: (string | number)[], b: (string | number)[]): number => {
  const at = a.findIndex((part, index) => part !== b[index])
  const [left, right] = [a[at] ?? 0, b[at] ?? 0]
  return left < right ? -1 : left > right ? 1 : 0
}

type Option = {key: string; label: string; count: number; href: string; current: boolean}
export type FacetView = {facet: Facet; label: string; options: Option[]}

function choiceLabel(facet: Facet, choice: string, locale: Locale, texts: SiteTexts): string {
  const {bodyTypes, statuses, overview} = messagesIn(locale)
  const labels: Record<Facet, Readonly<Record<string, string>>> = {
    group: Object.fromEntries(groups.map((group) => [group, texts[group].title])),
    kind: {...bodyTypes, other: overview.otherKind},
    status: statuses,
  }
  return labels[facet][choice] ?? choice
}

/** The selected values in words. */
export const selectionLabels = (selection: Selection, locale: Locale, texts: SiteTexts): string[] =>
  facets.flatMap((facet) => {
    const choice = selection[facet]
    return choice === undefined ? [] : choiceLabel(facet, choice, locale, texts)
  })

/**
 * The filter links, each with its number of memberships. An option without memberships is left out, unless it
 * is the current one: a visitor must see it to remove it. So is a facet that all memberships have in common.
 */
export function facetViews(
  rows: readonly ChoiceRow[],
  selection: Selection,
  locale: Locale,
  texts: SiteTexts,
): FacetView[] {
  const {overview} = messagesIn(locale)
  const tellsApart = (facet: Facet) =>
    selection[facet] !== undefined || new Set(rows.map((row) => row[facet])).size > 1
  return facets.filter(tellsApart).map((facet) => {
    const {[facet]: current, ...others} = selection
    const option = (key: string, label: string, chosen: Selection): Option => ({
      key,
      label,
      count: countSelected(rows, chosen),
      href: routePath(locale, {kind: 'overview', selection: chosen, page: 1}),
      current: chosen[facet] === current,
    })
    const options = choicesOf(facet).map((choice) =>
      option(choice, choiceLabel(facet, choice, locale, texts), {...others, [facet]: choice}),
    )
    return {
      facet,
      label: overview[facet],
      options: [
        option('all', overview.all, others),
        ...options.filter(({count, current: isCurrent}) => count > 0 || isCurrent),
      ],
    }
  })
}
