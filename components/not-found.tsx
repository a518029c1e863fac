import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {groupPath, groups, homePath, landingPath} from '#lib/routing/paths.ts'
import {PageLayout} from './page-layout.tsx'

/** The ways on from an address that leads nowhere. */
export function WaysOn({locale}: {locale: Locale}) {
  const {navigation} = messagesIn(locale)
  const places = [
    {href: homePath(locale), label: navigation.home},
    {href: landingPath(locale), label: navigation.landing},
    ...groups.map((group) => ({href: groupPath(locale, group), label: navigation.groups[group]})),
  ]
  return (
    <ul className="ways">
      {places.map(({href, label}) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

export function NotFoundPage({locale}: {locale: Locale}) {
  const {notFound} = messagesIn(locale)
  return (
    <PageLayout
      locale={locale}
      path=""
      alternate={homePath(otherLocale(locale))}
      title={notFound.title}
      lead={notFound.text}
    >
      <section>
        <WaysOn locale={locale} />
      </section>
    </PageLayout>
  )
}
