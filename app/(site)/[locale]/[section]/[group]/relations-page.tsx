import {draftMode} from 'next/headers'
import {PageFrame} from '#components/page-frame.tsx'
import {RelationsList, RelationsMap} from '#components/relations.tsx'
import {type Locale, otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {relationsOf} from '#lib/relations/relations.ts'
import {landingPath, viewPath} from '#lib/routes.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {RELATIONS_PAGE_QUERY, relationsPageTags} from '#sanity/queries/relations-page.ts'

export async function RelationsPage({locale}: {locale: Locale}) {
  const rows = await sanityFetch({query: RELATIONS_PAGE_QUERY, tags: relationsPageTags()})
  const relations = relationsOf(rows, locale)
  const {isEnabled} = await draftMode()
  const edit = editAttribute(isEnabled)
  const {navigation, views} = messagesIn(locale)
  return (
    <PageFrame
      locale={locale}
      path={viewPath(locale, 'relations')}
      twin={viewPath(otherLocale(locale), 'relations')}
      trail={[{href: landingPath(locale), label: navigation.landing}]}
      {...views.relations}
    >
      <RelationsMap relations={relations} locale={locale} edit={edit} />
      <RelationsList relations={relations} locale={locale} edit={edit} />
    </PageFrame>
  )
}
