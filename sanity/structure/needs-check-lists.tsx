import {Badge} from '@sanity/ui'
import {type ReactNode, useMemo} from 'react'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'
import {t} from '#sanity/i18n/studio-language.ts'
import {LINK_REPORT_QUERY} from '#sanity/queries/link-report.ts'
import {inStudioLanguage} from '#sanity/schemas/preview-text.ts'
import {useLiveQuery} from '#sanity/schemas/use-live-query.ts'
import {checkParams, checks} from './checks.ts'
import {documentOf} from './document-pane.ts'
import {DocumentRows} from './document-rows.tsx'
import {linkReportText} from './failing-link-text.ts'
import {type CheckedRow, dueText, reasonText, YEARLY_QUERY} from './needs-check-query.ts'
import {useNeedsCheck} from './use-needs-check.ts'

const everything = 'all-checks'
const yearly = 'yearly-check'
const NO_PARAMS = {}
const allIsWell = t('Nic, všechno je v pořádku.', 'Nothing, all is well.')

/** The number of documents with a reason, or with any. */
export const countOf = (rows: readonly CheckedRow[], check?: string): number =>
  rows.filter(({reasons}) => !check || reasons?.includes(check)).length

const nameOf = ({name}: CheckedRow) => (typeof name === 'string' ? name : inStudioLanguage(name))

type ListProps = {options?: {check?: string}}

function CheckList({options, empty = allIsWell}: ListProps & {empty?: string}) {
  const {data, failed} = useNeedsCheck()
  const check = options?.check
  const rows = useMemo(
    () =>
      data
        ?.filter(({reasons}) => !check || reasons?.includes(check))
        .map((row) => ({_id: row._id, _type: row._type, name: nameOf(row), note: reasonText(row)})),
    [data, check],
  )
  return <DocumentRows rows={rows} failed={failed} empty={empty} />
}

/** An empty list is good news only when the operator has run the link checker. */
function NotAnsweringList(props: ListProps) {
  const {data: report} = useLiveQuery<{checkedAt: string} | null>(LINK_REPORT_QUERY, NO_PARAMS)
  const empty = linkReportText(report?.checkedAt)
  return report === undefined ? <CheckList {...props} empty="" /> : <CheckList {...props} empty={empty} />
}

function YearlyList() {
  const params = useMemo(() => checkParams(), [])
  const {data, failed} = useLiveQuery<CheckedRow[]>(YEARLY_QUERY, params)
  const rows = useMemo(() => {
    const now = new Date()
    return data?.map((row) => ({
      _id: row._id,
      _type: row._type,
      name: nameOf(row),
      note: dueText(row.lastChecked, now),
    }))
  }, [data])
  return <DocumentRows rows={rows} failed={failed} empty={allIsWell} />
}

/** A structure's title is plain text, so the count is the item's icon. Its name is read with the title. */
const countIcon = (check?: string) =>
  function Count() {
    const {data} = useNeedsCheck()
    const count = data && countOf(data, check)
    return <Badge tone={count ? 'caution' : 'default'}>{count ?? '…'}</Badge>
  }

/** "Needs a check" and its lists, with counts. Each row says why it is there. */
export function needsCheckLists(
  S: StructureBuilder,
  context: Parameters<StructureResolver>[1],
): ListItemBuilder {
  const title = t('Ke kontrole', 'Needs a check')
  const pane = (id: string, paneTitle: string, component: (props: ListProps) => ReactNode, check?: string) =>
    S.listItem()
      .id(id)
      .title(paneTitle)
      .child(
        S.component(component)
          .id(id)
          .title(paneTitle)
          .options({check})
          .child((documentId) => documentOf(S, context, documentId)),
      )
  return S.listItem()
    .id('needs-check')
    .title(title)
    .icon(countIcon())
    .child(
      S.list()
        .title(title)
        .items([
          pane(everything, t('Všechno', 'Everything'), CheckList).icon(countIcon()),
          ...checks.map((check) =>
            pane(
              check.id,
              check.title,
              check.id === 'not-answering' ? NotAnsweringList : CheckList,
              check.id,
            ).icon(countIcon(check.id)),
          ),
          S.divider(),
          pane(yearly, t('Roční kontrola', 'Yearly check'), YearlyList),
        ]),
    )
}
