import type {EditAttribute} from '#lib/content/edit-target.ts'
import {editText} from '#lib/content/site-texts.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {type View, viewPath, views} from '#lib/routing/paths.ts'

/** Links to overview, timeline and relations. */
export function ViewLinks({locale, texts, edit}: {locale: Locale; texts: SiteTexts; edit: EditAttribute}) {
  const editTitle = (view: View) => editText(edit, locale)(view, 'title')
  return (
    <nav className="views" aria-label={messagesIn(locale).navigation.views}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <a href={viewPath(locale, view)} data-sanity={editTitle(view)}>
              {texts[view].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
