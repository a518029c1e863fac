import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {groupPath, groups, homePath, landingPath} from '#lib/routing/paths.ts'
import {PageLayout} from './page-layout.tsx'

/** Links for a visitor who got a 404: home, landing page, groups. */
export function NotFoundLinks({locale, texts}: {locale: Locale; texts: SiteTexts}) {
  const {navigation} = messagesIn(locale)
  const links = [
    {href: homePath(locale), label: navigation.home},
    {href: landingPath(locale), label: texts.landing.title},
    ...groups.map((group) => ({href: groupPath(locale, group), label: texts[group].title})),
  ]
  return (
    <ul className="link-list">
      {links.map(({href, label}) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

export function NotFoundPage({locale, texts}: {locale: Locale; texts: SiteTexts}) {
  const {notFound} = messagesIn(locale)
  return (
    <PageLayout
      locale={locale}
      path=""
      alternate={homePath(otherLocale(locale))}
      title={notFound.title}
      lead={notFound.text}
      texts={texts}
    >
      <section>
        <NotFoundLinks locale={locale} texts={texts} />
      </section>
    </PageLayout>
  )
}
