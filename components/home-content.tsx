import {type EditAttribute, printedPath} from '#lib/content/edit-target.ts'
import type {HomeView} from '#lib/content/home-view.ts'
import type {GroupEntry} from '#lib/content/landing-view.ts'
import {editText} from '#lib/content/site-texts.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {Facts} from './facts.tsx'
import {LangText} from './lang-text.tsx'
import {NetworkList} from './network-list.tsx'
import {ViewLinks} from './view-links.tsx'

/** Facts that are read rarely. They are collapsed. */
const foldedFacts = ['names', 'events']

/** The home page below its title: the networks by group, then the organisation. */
export function HomeContent({
  view,
  entries,
  locale,
  texts,
  edit,
}: {
  view: HomeView
  entries: GroupEntry[]
  locale: Locale
  texts: SiteTexts
  edit: EditAttribute
}) {
  const {home} = messagesIn(locale)
  const {id, name, summary, facts} = view
  const folded = facts.filter(({key}) => foldedFacts.includes(key))
  return (
    <>
      <NetworkList entries={entries} locale={locale} texts={texts} edit={edit} isShort />
      <ViewLinks locale={locale} texts={texts} edit={edit} />
      <section className="about">
        {name ? (
          <h2 data-sanity={edit({id, type: 'organization'}, printedPath('name', name, locale))}>
            <LangText {...name} />
          </h2>
        ) : (
          <h2 data-sanity={editText(edit, locale)('site', 'organization')}>{texts.site.organization}</h2>
        )}
        {summary && (
          <p data-sanity={edit({id, type: 'organization'}, printedPath('summary', summary, locale))}>
            <LangText {...summary} />
          </p>
        )}
        <Facts facts={facts.filter(({key}) => !foldedFacts.includes(key))} locale={locale} edit={edit} />
        {folded.length > 0 && (
          <details>
            <summary>{home.more}</summary>
            <Facts facts={folded} locale={locale} edit={edit} />
          </details>
        )}
      </section>
    </>
  )
}
