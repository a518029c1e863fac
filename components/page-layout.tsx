import type {ReactNode} from 'react'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {homeWebsite} from '#lib/content/home-organization.ts'
import type {PageRecord} from '#lib/content/page-record.ts'
import {editText} from '#lib/content/site-texts.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {accessibilityText} from '#lib/i18n/messages/accessibility-page.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {accessibilityPath, dataPath, groupPath, groups, homePath, landingPath} from '#lib/routing/paths.ts'
import {displayUrl} from '#lib/typography/display-url.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {PageRecordSection} from './page-record.tsx'

type PageLink = {href: string; label: string; edit?: string | undefined}

const noEdit: EditAttribute = () => undefined

/** Typesets plain strings. Composed content is typeset where it is composed. */
const typesetString = (content: ReactNode) => (typeof content === 'string' ? typeset(content) : content)

const current = (href: string, path: string) => (href === path ? 'page' : undefined)

/** Header, main landmark, footer. `alternate`: the same page in the other language, or the nearest one. */
export function PageLayout({
  locale,
  path,
  alternate,
  breadcrumbs = [],
  title,
  titleEdit,
  lead,
  leadEdit,
  notice,
  kind,
  kindEdit,
  mark,
  record,
  texts,
  edit = noEdit,
  children,
}: {
  locale: Locale
  /** The page's own path: its navigation link gets `aria-current`. */
  path: string
  alternate: string
  /** The pages above this one, outermost first. */
  breadcrumbs?: PageLink[]
  title: ReactNode
  /** `data-sanity` of the title; so for the other two. */
  titleEdit?: string | undefined
  lead?: ReactNode
  leadEdit?: string | undefined
  /** What the marks of the facts on this page mean. */
  notice?: string | undefined
  /** Printed above the title: the kind of body, or the list that a selection belongs to. */
  kind?: ReactNode
  kindEdit?: string | undefined
  /** Logo or monogram beside the title. */
  mark?: ReactNode
  /** When the page changed and how to cite it. */
  record?: PageRecord
  texts: SiteTexts
  /** Needed in previews only. */
  edit?: EditAttribute
  children?: ReactNode
}) {
  const {siteName, navigation, contact, footer} = messagesIn(locale)
  const editOf = editText(edit, locale)
  const other = otherLocale(locale)
  const links: PageLink[] = [
    {href: landingPath(locale), label: texts.landing.title, edit: editOf('landing', 'title')},
    ...groups.map((group) => ({
      href: groupPath(locale, group),
      label: texts[group].title,
      edit: editOf(group, 'title'),
    })),
  ]
  const list = (entries: PageLink[]) => (
    <ul>
      {entries.map(({href, label, edit: labelEdit}) => (
        <li key={href}>
          <a href={href} aria-current={current(href, path)} data-sanity={labelEdit}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <a className="skip" href="#main_content">
        {navigation.skip}
      </a>
      <header className="site-header">
        <a className="site-name" href={homePath(locale)} aria-current={current(homePath(locale), path)}>
          {siteName}
        </a>
        {/* A popover opens without script. Wide screens show it always; so do browsers without popovers. */}
        <button className="menu-button" type="button" popoverTarget="main_menu">
          {navigation.menu}
        </button>
        <nav id="main_menu" popover="auto" aria-label={navigation.label}>
          {list(links)}
        </nav>
        <a className="language" href={alternate} hrefLang={other} lang={other}>
          {navigation.otherLanguage}
        </a>
      </header>
      {/* Group pages use slugs as ids. A slug has no underscore, so this id is unique. */}
      <main id="main_content">
        <header className="page-head">
          {breadcrumbs.length > 0 && (
            <nav className="breadcrumbs" aria-label={navigation.breadcrumb}>
              <ol>
                {breadcrumbs.map(({href, label, edit: labelEdit}) => (
                  <li key={href}>
                    <a href={href} data-sanity={labelEdit}>
                      {label}
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <div className="page-title">
            {mark}
            <div>
              {kind && (
                <p className="kind" data-sanity={kindEdit}>
                  {typesetString(kind)}
                </p>
              )}
              <h1 data-sanity={titleEdit}>{typesetString(title)}</h1>
              {lead && (
                <p className="lead" data-sanity={leadEdit}>
                  {typesetString(lead)}
                </p>
              )}
              {notice && <p className="notice">{typeset(notice)}</p>}
            </div>
          </div>
        </header>
        {children}
        {record && <PageRecordSection record={record} publisher={texts.site.organization} locale={locale} />}
      </main>
      <footer className="site-footer">
        <p>
          <span data-sanity={editOf('site', 'organization')}>{texts.site.organization}</span>
          <span>
            {contact} <a href={homeWebsite}>{displayUrl(homeWebsite)}</a>
          </span>
        </p>
        {list([
          {href: dataPath(locale), label: texts.data.title, edit: editOf('data', 'title')},
          {href: accessibilityPath(locale), label: accessibilityText(locale).title},
        ])}
        <p>{typeset(footer)}</p>
      </footer>
    </>
  )
}
