import {withoutCycles} from '../content/parent-cycles.ts'
import {affiliationsTable} from './affiliation-table.ts'
import {countsTable, eventsTable, namesTable, topicsTable} from './fact-tables.ts'
import {membershipSourcesTable, membershipsTable} from './membership-tables.ts'
import {networksTable, organizationsTable} from './network-tables.ts'
import {publishedNetworks} from './published.ts'
import {
  compositionTable,
  correctionsTable,
  documentsTable,
  identifiersTable,
  linksTable,
} from './record-tables.ts'
import {sourcesTable} from './source-table.ts'
import {type Content, csvOf, type Rows, type Table, type Variant, variants} from './table.ts'

/** Every table of the data, in the order of the page. A new table needs an entry here, and nothing else. */
export const tables: readonly Table[] = [
  networksTable,
  membershipsTable,
  membershipSourcesTable,
  documentsTable,
  organizationsTable,
  affiliationsTable,
  namesTable,
  eventsTable,
  countsTable,
  topicsTable,
  compositionTable,
  linksTable,
  identifiersTable,
  correctionsTable,
  sourcesTable,
]

const fileName = (name: string, variant: Variant) => `${name}${variant === 'excel' ? '.excel' : ''}.csv`

export const tablePath = ({name}: Table, variant: Variant) => `/data/${fileName(name, variant)}`

const files = new Map(
  tables.flatMap((table) =>
    variants.map((variant) => [fileName(table.name, variant), {table, variant}] as const),
  ),
)

export const tableFiles = [...files.keys()]

export const contentOf = ({networks, home}: Rows, siteUrl: string, now = new Date()): Content => ({
  networks: withoutCycles(publishedNetworks(networks)),
  home: home ?? undefined,
  siteUrl,
  now,
})

/** The text of a file such as `networks.csv` or `networks.excel.csv`. Undefined when there is no such file. */
export function tableFile(file: string, content: Content): string | undefined {
  const found = files.get(file)
  return found && csvOf(found.table, content, found.variant)
}
