import {draftMode} from 'next/headers'
import {RelationsList, RelationsMap} from '#components/relations.tsx'
import type {Locale} from '#lib/locales.ts'
import {relationsOf} from '#lib/relations/relations.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {RELATIONS_PAGE_QUERY, relationsPageTags} from '#sanity/queries/relations-page.ts'
import {ViewFrame} from './view-frame.tsx'

export async function RelationsPage({locale}: {locale: Locale}) {
  const rows = await sanityFetch({query: RELATIONS_PAGE_QUERY, tags: relationsPageTags()})
  const relations = relationsOf(rows, locale)
  const {isEnabled} = await draftMode()
  const edit = editAttribute(isEnabled)
  return (
    <ViewFrame locale={locale} view="relations" rows={rows}>
      <RelationsMap relations={relations} locale={locale} edit={edit} />
      <RelationsList relations={relations} locale={locale} edit={edit} />
    </ViewFrame>
  )
}
