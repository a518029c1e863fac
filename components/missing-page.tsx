import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {MissingPage as Missing} from '#lib/content/missing-page.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {type Group, groupPath} from '#lib/routing/paths.ts'
import {newNetworkPath, previewPath} from '#lib/routing/studio-paths.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {LangText} from './lang-text.tsx'
import {PageLayout} from './page-layout.tsx'

/**
 * Instead of the page of a network that does not exist, for editors in a preview: the reason, and links to
 * what they can do. `_top`: the preview is a frame in the Studio.
 */
export function MissingPage({
  locale,
  path,
  group,
  missing,
  texts,
  edit,
}: {
  locale: Locale
  /** The requested path. */
  path: string
  group: Group
  missing: Missing
  texts: SiteTexts
  edit: EditAttribute
}) {
  const words = messagesIn(locale).preview.missing
  const {title, text} = words[missing.reason]
  const id = 'id' in missing ? missing.id : undefined
  const release = 'release' in missing ? missing.release : undefined
  return (
    <PageLayout
      locale={locale}
      path={groupPath(locale, group)}
      alternate={groupPath(otherLocale(locale), group)}
      title={title}
      titleEdit={id && edit({id, type: 'network'}, `slug.${locale}`)}
      lead={text}
      kind={'name' in missing && <LangText {...missing.name} />}
      texts={texts}
      edit={edit}
    >
      <section>
        <ul className="link-list">
          {'href' in missing && missing.href && (
            <li>
              <a href={missing.href}>{words.show}</a>
            </li>
          )}
          <li>
            {id ? (
              <a href={previewPath(id, path, release)} target="_top">
                {words.open}
              </a>
            ) : (
              <a href={newNetworkPath(group)} target="_top">
                {typeset(`${words.create} ${texts[group].title}`)}
              </a>
            )}
          </li>
        </ul>
      </section>
    </PageLayout>
  )
}
