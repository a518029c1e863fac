import type {OrganizationRow} from '#lib/content/home-view.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import {contentOf, tableFile} from '#lib/open-data/tables.ts'

export const siteUrl = 'https://site.test'

/** A CSV file as the site serves it. @throws Error when there is no such file. */
export function csvFile(
  file: string,
  networks: readonly NetworkRow[],
  home?: OrganizationRow,
  now = new Date(),
): string {
  const text = tableFile(file, contentOf({networks, home}, siteUrl, now))
  if (text === undefined) throw new Error(`There is no file ${file}.`)
  return text
}

/** The rows of a CSV file in its plain variant, by column. For values without line breaks. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [header = [], ...lines] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell))
  return lines.map((cells) =>
    Object.fromEntries(
      header
        .filter((name) => name !== '')
        .map((name, index) => [name, (cells[index] ?? '').replace(/^"|"$/g, '').replaceAll('""', '"')]),
    ),
  )
}
