import type {EditAttribute} from '#lib/content/edit-target.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {type Group, groupPath} from '#lib/routing/paths.ts'
import {PageLayout} from './page-layout.tsx'

/** The preview of a network whose draft is malformed. A click on the title opens the name in the Studio. */
export function MalformedDraft({
  locale,
  group,
  id,
  problem,
  texts,
  edit,
}: {
  locale: Locale
  group: Group
  id: string
  /** The error message, in English. */
  problem: string
  texts: SiteTexts
  edit: EditAttribute
}) {
  const {malformed} = messagesIn(locale).preview
  return (
    <PageLayout
      locale={locale}
      path={groupPath(locale, group)}
      alternate={groupPath(otherLocale(locale), group)}
      title={malformed.title}
      titleEdit={edit({id, type: 'network'}, 'name')}
      lead={malformed.text}
      texts={texts}
      edit={edit}
    >
      <p>
        <code lang="en">{problem}</code>
      </p>
    </PageLayout>
  )
}
