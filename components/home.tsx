import type {EditAttribute} from '#lib/edit-attribute.ts'
import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {groupPath, groups, landingPath} from '#lib/routes.ts'
import type {HomeView} from '#lib/views/home-view.ts'
import {Facts} from './facts.tsx'
import {LangText} from './lang-text.tsx'

export function Home({view, locale, edit}: {view: HomeView; locale: Locale; edit: EditAttribute}) {
  const {home, navigation} = messagesIn(locale)
  const document = {id: view.id, type: 'organization'}
  return (
    <>
      <h1>
        <LangText {...view.name} />
      </h1>
      {view.summary && (
        <p className="lead" data-sanity={edit(document, `summary.${view.summary.lang ?? locale}`)}>
          <LangText {...view.summary} />
        </p>
      )}
      <section>
        <h2>
          <a href={landingPath(locale)}>{navigation.landing}</a>
        </h2>
        <p>{home.membershipsText}</p>
        <ul>
          {groups.map((group) => (
            <li key={group}>
              <a href={groupPath(locale, group)}>{navigation.groups[group]}</a>
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
