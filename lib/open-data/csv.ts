import {stringify} from 'csv-stringify/sync'
import {memberName} from '../content/member-name.ts'
import {membershipState, statedAt} from '../content/membership-state.ts'
import {roleText} from '../content/membership-view.ts'
import {networkLink} from '../content/network-link.ts'
import {withoutCycles} from '../content/parent-cycles.ts'
import type {NetworkRow} from '../content/query-rows.ts'
import {isFuture} from '../dates/date-comparison.ts'
import {ownText} from '../i18n/localized.ts'
import {mapValid} from '../parsing/map-valid.ts'
import {safeUrl} from '../parsing/safe-url.ts'
import {publishedNetworks} from './published.ts'

/**
 * RFC 4180 with a byte order mark, which Excel needs for Czech letters. Cells that look like formulas are
 * escaped.
 */
const csv = (columns: readonly string[], records: Record<string, unknown>[]) =>
  stringify(records, {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })

type Rows = readonly NetworkRow[] | null | undefined

export const networkColumns = [
  'id',
  'name_cs',
  'name_en',
  'group',
  'body_type',
  'parent_cs',
  'parent_en',
  'website',
  'page_cs',
  'page_en',
  'last_checked',
] as const

export function networksCsv(rows: Rows, siteUrl: string, now = new Date()): string {
  const records = mapValid(
    withoutCycles(publishedNetworks(rows)),
    (row) => row?._id,
    (row) => {
      const {id, group, paths} = networkLink(row, 'cs')
      return {
        id,
        name_cs: row.name?.cs,
        name_en: row.name?.en,
        group,
        body_type: row.bodyType,
        parent_cs: row.parent?.name?.cs,
        parent_en: row.parent?.name?.en,
        website: safeUrl(row.website),
        page_cs: paths.cs && siteUrl + paths.cs,
        page_en: paths.en && siteUrl + paths.en,
        last_checked: isFuture(row.lastChecked, now) ? undefined : row.lastChecked,
      }
    },
  )
  return csv(networkColumns, records)
}

export const membershipColumns = [
  'id',
  'network_id',
  'network_cs',
  'network_en',
  'member_cs',
  'member_en',
  'on_behalf_of_cs',
  'on_behalf_of_en',
  'role',
  'role_cs',
  'role_en',
  'since_edtf',
  'until_edtf',
  'status',
  'as_of_edtf',
  'sources',
] as const

/** A column is in one language. A value that exists only in the other language is left out. */
export function membershipsCsv(rows: Rows, now = new Date()): string {
  const records = publishedNetworks(rows).flatMap((network) =>
    mapValid(
      network.memberships,
      (row) => row?._id,
      (row) => {
        const stated = row.roleStated !== false
        const {since, until, status} = membershipState(row, now)
        return {
          id: row._id,
          network_id: network._id,
          network_cs: network.name?.cs,
          network_en: network.name?.en,
          member_cs: ownText(memberName(row, 'cs')),
          member_en: ownText(memberName(row, 'en')),
          on_behalf_of_cs: row.onBehalfOf?.name?.cs,
          on_behalf_of_en: row.onBehalfOf?.name?.en,
          role: stated ? row.role : undefined,
          role_cs: ownText(roleText(row, 'cs')),
          role_en: ownText(roleText(row, 'en')),
          since_edtf: since,
          until_edtf: until,
          status,
          as_of_edtf: statedAt(row, now),
          sources: mapValid(row.sources, row._id ?? '', ({url}) => safeUrl(url)).join(' '),
        }
      },
    ),
  )
  return csv(membershipColumns, records)
}
