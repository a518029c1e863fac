import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {HomeView} from '#lib/content/home-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {groupPath, groups, landingPath} from '#lib/routing/paths.ts'
import {Facts} from './facts.tsx'

/** The home page below its title: links to the memberships, facts about the organisation. */
export function HomeContent({view, locale, edit}: {view: HomeView; locale: Locale; edit: EditAttribute}) {
  const {home, navigation, groupLeads} = messagesIn(locale)
  return (
    <>
      <section>
        <h2>
          <a href={landingPath(locale)}>{navigation.landing}</a>
        </h2>
        <p>{home.membershipsText}</p>
        <ul className="group-cards">
          {groups.map((group) => (
            <li key={group}>
              <a href={groupPath(locale, group)}>{navigation.groups[group]}</a>
              <p>{groupLeads[group]}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{home.about}</h2>
        <Facts facts={view.facts} locale={locale} edit={edit} />
      </section>
    </>
  )
}
