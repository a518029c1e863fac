import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {viewPath, views} from '#lib/routing/paths.ts'

/** Links to overview, timeline and relations. */
export function ViewLinks({locale}: {locale: Locale}) {
  const {navigation, views: viewMessages} = messagesIn(locale)
  return (
    <nav className="views" aria-label={navigation.views}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <a href={viewPath(locale, view)}>{viewMessages[view].title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
